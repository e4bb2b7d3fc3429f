import { decided, instant, next, refuse, withDeadlines } from '@minzheng/types';
import type {
  ApplicationId,
  CaseNumber,
  Decided,
  Decision,
  DivisionCode,
  Instant,
  PersonId,
  Transitions,
} from '@minzheng/types';
import type { Application, ApplicationStatus, HistoryEntry, Member, Opinion } from './application-state.ts';
import { fixDecision } from './case-decision.ts';
import type { DecisionStamp } from './case-decision.ts';
import { applicationSubmitted, caseAccepted, caseDecided, caseReported, noticePosted } from './case-events.ts';
import type { Facts } from './means-test/facts.ts';
import { postNotice } from './notice-period.ts';
import type { Assessment } from './programmes/db/assess-db.ts';
import { holdsAdjacentPart } from './segregation.ts';
import type { Part } from './segregation.ts';
import { statutoryDates } from './statutory-dates.ts';
import { divisionErrors, householdErrors, strangersIn } from './submission.ts';

export type ApplicationCommand =
  | 'accept'
  | 'start-survey'
  | 'propose'
  | 'advise-against'
  | 'end-notice'
  | 'review'
  | 'confirm'
  | 'refuse'
  | 'withdraw';

/** DOMAIN §2.1 for DB. What has no row here cannot happen; a case can be withdrawn until it is decided. */
export const transitions = {
  submitted: { accept: 'accepted', withdraw: 'withdrawn' },
  accepted: { 'start-survey': 'survey', withdraw: 'withdrawn' },
  survey: { propose: 'public-notice', 'advise-against': 'reported', withdraw: 'withdrawn' },
  'public-notice': { 'end-notice': 'reported', withdraw: 'withdrawn' },
  reported: { review: 'review', withdraw: 'withdrawn' },
  review: { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' },
  confirmed: {},
  refused: {},
  withdrawn: {},
} as const satisfies Transitions<ApplicationStatus, ApplicationCommand>;

/** The deadline at which a notice has hung out long enough. */
export const NOTICE_ENDS = 'notice.ends';

/** Who acts and when. */
export interface Act {
  readonly by: string;
  readonly at: Instant;
}

export interface Submission {
  readonly id: ApplicationId;
  readonly applicantId: PersonId;
  readonly divisionCode: DivisionCode;
  readonly members: readonly Member[];
  readonly facts: Facts;
  readonly district: DivisionCode;
  readonly at: Instant;
}

export function submit(submission: Submission): Decision<Application> {
  const { id, applicantId, divisionCode, members, facts, district, at } = submission;
  const errors = [
    ...divisionErrors(divisionCode, district),
    ...householdErrors(members, applicantId),
    ...strangersIn(facts, members),
  ];
  if (errors.length > 0) return refuse('request.invalid', undefined, errors);
  const application: Application = {
    id,
    programme: 'DB',
    status: 'submitted',
    divisionCode,
    applicantId,
    members: [...members],
    submittedOn: instant.civilDate(at),
    declared: facts,
    officers: {},
    history: [{ event: 'submitted', at }],
  };
  return decided(application, applicationSubmitted(application));
}

/** T0 of the total clock; the number was drawn in the same transaction. */
export function accept(application: Application, { by, at }: Act, caseNumber: CaseNumber): Decision<Application> {
  return step(application, 'accept', { part: 'acceptor', staffNos: [by] }, () => {
    const dates = statutoryDates(instant.civilDate(at));
    const accepted = recorded({ ...application, caseNumber, dates }, { event: 'accepted', at, by });
    return decided(accepted, caseAccepted(accepted));
  });
}

/** Two or more different officers go, and none of them is the one who accepted. */
export function startSurvey(
  application: Application,
  { by, at }: Act,
  surveyors: readonly string[],
): Decision<Application> {
  return step(application, 'start-survey', { part: 'surveyors', staffNos: surveyors }, () =>
    new Set(surveyors).size < 2
      ? refuse('application.surveyors-fewer-than-two')
      : decided(recorded(application, { event: 'survey-started', at, by })),
  );
}

/** 调查结果: the verified facts and the street's opinion. */
export interface Survey {
  readonly facts: Facts;
  readonly opinion: Opinion;
  readonly note: string;
}

/** A positive opinion hangs out as a public notice; a negative one is reported at once. */
export function reportSurvey(application: Application, act: Act, survey: Survey): Decision<Application> {
  const { facts, opinion, note } = survey;
  const command = opinion === 'positive' ? 'propose' : 'advise-against';
  return step(application, command, { part: 'signer', staffNos: [act.by] }, () => {
    const strangers = strangersIn(facts, application.members);
    if (strangers.length > 0) return refuse('request.invalid', undefined, strangers);
    const surveyed = { ...application, verified: facts, opinion, note };
    return opinion === 'positive' ? hungOut(surveyed, act) : reported(surveyed, act.at, act.by);
  });
}

function hungOut(application: Application, { by, at }: Act): Decided<Application> {
  const { notice, reportableFrom } = postNotice(at);
  const posted = recorded({ ...application, notice }, { event: 'notice-posted', at, by });
  return withDeadlines(decided(posted, noticePosted(posted)), [
    { kind: NOTICE_ENDS, subject: application.id, dueAt: reportableFrom },
  ]);
}

/** The clock's command: nobody has objected until the notice ended. */
export function endNotice(application: Application, at: Instant): Decision<Application> {
  return step(application, 'end-notice', undefined, () =>
    reported(recorded(application, { event: 'notice-ended', at }), at),
  );
}

function reported(application: Application, at: Instant, by?: string): Decided<Application> {
  const entry: HistoryEntry = { event: 'reported', at, ...(by !== undefined && { by }) };
  return decided(recorded(application, entry), caseReported(application, instant.civilDate(at)));
}

export function review(application: Application, { by, at }: Act): Decision<Application> {
  return step(application, 'review', { part: 'reviewer', staffNos: [by] }, () =>
    decided(recorded(application, { event: 'review-started', at, by })),
  );
}

/** What the decider rests on: the assessment of the verified facts, reckoned for this very day. */
export interface Deciding {
  readonly act: Act;
  readonly assessment: Assessment;
  readonly stamp: DecisionStamp;
}

/** Fixes the amount; only where the assessment says eligible. */
export function confirm(application: Application, deciding: Deciding): Decision<Application> {
  return decide(application, deciding, 'confirm');
}

/** Refuses with the rules that failed; only where the assessment says not eligible. */
export function refuseCase(application: Application, deciding: Deciding): Decision<Application> {
  return decide(application, deciding, 'refuse');
}

const wanted = { confirm: 'ELIGIBLE', refuse: 'NOT_ELIGIBLE' } as const;

function decide(
  application: Application,
  { act, assessment, stamp }: Deciding,
  verb: keyof typeof wanted,
): Decision<Application> {
  return step(application, verb, { part: 'decider', staffNos: [act.by] }, () => {
    const { verified } = application;
    if (verified === undefined || assessment.status === 'MANUAL') return refuse('application.facts-incomplete');
    if (assessment.status !== wanted[verb]) return refuse('application.opinion-differs-from-assessment');
    const decision = fixDecision(verified, assessment, stamp);
    const event = verb === 'confirm' ? 'confirmed' : 'refused';
    const closed = recorded({ ...application, decision }, { event, at: act.at, by: act.by });
    return decided(closed, caseDecided(closed));
  });
}

/** The applicant's own command; a notice that still hangs out is taken down with it. */
export function withdraw(application: Application, at: Instant): Decision<Application> {
  return step(application, 'withdraw', undefined, () =>
    withDeadlines(
      decided(recorded(application, { event: 'withdrawn', at })),
      [],
      [{ kind: NOTICE_ENDS, subject: application.id }],
    ),
  );
}

interface Holding {
  readonly part: Part;
  readonly staffNos: readonly string[];
}

/** Guards every command alike: the transition must be there, and nobody takes a part beside one they hold. */
function step(
  application: Application,
  command: ApplicationCommand,
  holding: Holding | undefined,
  decideIt: () => Decision<Application>,
): Decision<Application> {
  const { status, officers } = application;
  const to = next<ApplicationStatus, ApplicationCommand>(transitions, status, command);
  if (to === undefined) return refuse('application.transition-not-there', { state: status, command });
  if (holding && holdsAdjacentPart(officers, holding.part, holding.staffNos)) {
    return refuse('application.same-officer-adjacent');
  }
  const decision = decideIt();
  if (!decision.ok) return decision;
  return { ...decision, state: { ...decision.state, status: to, officers: { ...officers, ...heldBy(holding) } } };
}

function heldBy(holding: Holding | undefined): Partial<Application['officers']> {
  if (holding === undefined) return {};
  const { part, staffNos } = holding;
  return part === 'surveyors' ? { surveyors: [...staffNos] } : { [part]: staffNos[0] };
}

const recorded = (application: Application, entry: HistoryEntry): Application => ({
  ...application,
  history: [...application.history, entry],
});
