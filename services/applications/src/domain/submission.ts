import type { ParameterView } from '@minzheng/rules';
import { decided, divisions, instant, refuse } from '@minzheng/types';
import type { ApplicationId, Decision, DivisionCode, FieldError, Instant, PersonId } from '@minzheng/types';
import type { Application, HouseholdCase, Member } from './application-state.ts';
import { applicationSubmitted } from './case-events.ts';
import { changeTerms } from './case-terms.ts';
import type { Facts } from './means-test/facts.ts';
import type { ReliefFacts } from './programmes/tl-e/relief-facts.ts';
import { termOf } from './terms.ts';

/** What is applied for, with the facts that the programme asks for. */
export type Asked =
  | { readonly programme: HouseholdCase['programme']; readonly facts: Facts }
  | { readonly programme: 'TL_E'; readonly facts: ReliefFacts };

export type Submission = Asked & {
  readonly id: ApplicationId;
  readonly applicantId: PersonId;
  readonly divisionCode: DivisionCode;
  readonly members: readonly Member[];
  readonly district: DivisionCode;
  readonly at: Instant;
};

/** What is sent in; the time to accept it, or in an emergency to help, begins. */
export function submit(submission: Submission, view: ParameterView): Decision<Application> {
  const { applicantId, divisionCode, members, district, at } = submission;
  const errors = [
    ...divisionErrors(divisionCode, district),
    ...householdErrors(members, applicantId),
    ...(submission.programme === 'TL_E' ? [] : strangersIn(submission.facts, members)),
  ];
  if (errors.length > 0) return refuse('request.invalid', undefined, errors);
  const application = submitted(submission);
  const started = termsAtStart[submission.programme].map((kind) => termOf(kind, at, view));
  return changeTerms(decided(application, applicationSubmitted(application)), at, { started });
}

const termsAtStart = { DB: ['acceptance'], DBB: ['acceptance'], TL_E: ['triage', 'advance'] } as const;

function submitted(submission: Submission): Application {
  const { id, applicantId, divisionCode, members, at } = submission;
  const shared = {
    id,
    status: 'submitted' as const,
    divisionCode,
    applicantId,
    members: [...members],
    submittedOn: instant.civilDate(at),
    terms: [],
    officers: {},
    history: [{ event: 'submitted' as const, at }],
  };
  return submission.programme === 'TL_E'
    ? { ...shared, programme: submission.programme, declared: submission.facts }
    : { ...shared, programme: submission.programme, declared: submission.facts, objections: [] };
}

const notInList = (pointer: string): FieldError => ({ pointer, code: 'field.not-in-list' });

/** Every wage and pension must be a member's: income of somebody else would be counted for the wrong household. */
export function strangersIn(facts: Facts, members: readonly Member[]): FieldError[] {
  const persons = new Set<string>(members.map(({ personId }) => personId));
  return (['wages', 'pensions'] as const).flatMap((kind) =>
    facts[kind].flatMap(({ personId }, i) =>
      persons.has(personId) ? [] : [notInList(`/facts/${kind}/${i}/personId`)],
    ),
  );
}

/** The refusal that names each stranger; undefined where there is none. */
export function refuseStrangers(facts: Facts, members: readonly Member[]): Decision<never> | undefined {
  const strangers = strangersIn(facts, members);
  return strangers.length > 0 ? refuse('request.invalid', undefined, strangers) : undefined;
}

/** The applicant is the one 'self'; nobody stands in a household twice. */
export function householdErrors(members: readonly Member[], applicantId: PersonId): FieldError[] {
  const isApplicantMissing = !members.some(({ personId }) => personId === applicantId);
  const errors = members.flatMap(({ personId, relation }, i) => {
    const isFirst = members.findIndex((other) => other.personId === personId) === i;
    const isSelf = relation === 'self';
    return [
      ...(isFirst ? [] : [notInList(`/members/${i}/personId`)]),
      ...(isSelf === (personId === applicantId) ? [] : [notInList(`/members/${i}/relation`)]),
    ];
  });
  return isApplicantMissing ? [...errors, notInList('/members')] : errors;
}

/** An application goes to a street or town of this district, or to a community within one. */
export function divisionErrors(divisionCode: DivisionCode, district: DivisionCode): FieldError[] {
  const isHere = divisions.streetsOf(district).some(({ code }) => divisions.isWithin(divisionCode, code));
  return isHere ? [] : [notInList('/divisionCode')];
}
