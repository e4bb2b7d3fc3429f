import { ApplicationId, CaseNumber, DivisionCode, Instant, LocalDate, ProgrammeCode, TermKind } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import { z } from 'zod';
import {
  ApplicationStatus,
  CaseObjection,
  HistoryEntry,
  Members,
  Notice,
  Supplement,
} from '../domain/application-state.ts';
import type { Application } from '../domain/application-state.ts';
import { CaseDecision } from '../domain/case-decision.ts';
import { Facts } from '../domain/means-test/facts.ts';
import { ReliefFacts } from '../domain/programmes/tl-e/relief-facts.ts';
import { lightOf, Term, TermLight, usedOf } from '../domain/terms.ts';

const AnyFacts = z.union([Facts, ReliefFacts]);

/** 办理时限: how much of what a step has is used, in its own unit. */
const TermView = z.strictObject({
  kind: TermKind,
  unit: Term.shape.unit,
  used: z.int().min(0),
  allowed: z.int().positive(),
  dueOn: LocalDate,
  provisional: z.boolean(),
  light: TermLight,
  ended: z.enum(['met', 'dropped']).optional(),
});

/** A case as its applicant and its officers see it; who did a step is shown to staff only. */
export const CaseView = z.strictObject({
  applicationId: ApplicationId,
  status: ApplicationStatus,
  programme: ProgrammeCode,
  caseNumber: CaseNumber.optional(),
  divisionCode: DivisionCode,
  householdSize: z.int(),
  members: Members,
  facts: z.strictObject({ declared: AnyFacts, verified: AnyFacts.optional() }),
  dueOn: LocalDate.optional(),
  dueOnIsProvisional: z.boolean().optional(),
  /** Emergency relief is due to the hour. */
  dueAt: Instant.optional(),
  terms: z.array(TermView),
  supplement: Supplement.optional(),
  notice: Notice.optional(),
  objections: z.array(CaseObjection).optional(),
  decision: CaseDecision.optional(),
  history: z.array(HistoryEntry),
  sample: z.boolean(),
});
// Many replies hold it: the contract says it once.
z.globalRegistry.add(CaseView, { id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;

/** `now` is what the used part of a running term is reckoned by. */
export function caseView(application: Application, caller: Caller, now: Instant): CaseView {
  const { id, status, programme, caseNumber, divisionCode, members, declared, verified, decision } = application;
  return {
    applicationId: id,
    status,
    programme,
    ...(caseNumber && { caseNumber }),
    divisionCode,
    householdSize: members.length,
    members,
    facts: { declared, ...(verified && { verified }) },
    ...dueOf(application),
    terms: application.terms.map((term) => termView(term, now)),
    ...householdOnly(application),
    ...(decision && { decision }),
    history: isStaff(caller) ? application.history : application.history.map(({ event, at }) => ({ event, at })),
    sample: decision?.sample === true,
  };
}

/** The day the whole case is due: the latest total, or the hour the money of an emergency is. */
function dueOf({ terms, programme }: Application): Pick<CaseView, 'dueOn' | 'dueOnIsProvisional' | 'dueAt'> {
  const due = terms.findLast(({ kind }) => kind === (programme === 'TL_E' ? 'advance' : 'total'));
  if (due === undefined) return {};
  const { dueOn, dueAt, provisional } = due;
  return { dueOn, dueOnIsProvisional: provisional, ...(programme === 'TL_E' && { dueAt }) };
}

function householdOnly(application: Application): Pick<CaseView, 'supplement' | 'notice' | 'objections'> {
  if (application.programme === 'TL_E') return {};
  const { supplement, notice, objections } = application;
  return { ...(supplement && { supplement }), ...(notice && { notice }), objections };
}

function termView(term: Term, now: Instant): z.infer<typeof TermView> {
  const { kind, unit, allowed, dueOn, provisional, ended } = term;
  const used = usedOf(term, now);
  return {
    kind,
    unit,
    used,
    allowed,
    dueOn,
    provisional,
    light: lightOf(term, now),
    ...(ended && { ended: ended.as }),
  };
}

export const isStaff = ({ roles }: Caller): boolean => roles.some((role) => role !== 'resident');
