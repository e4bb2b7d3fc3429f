import { ApplicationId, CaseNumber, DivisionCode, LocalDate, ProgrammeCode, TermKind } from '@minzheng/types';
import type { Caller, Instant } from '@minzheng/types';
import { z } from 'zod';
import {
  HouseholdStatus,
  CaseObjection,
  HistoryEntry,
  Members,
  Notice,
  Supplement,
} from '../domain/application-state.ts';
import type { Application } from '../domain/application-state.ts';
import { CaseDecision } from '../domain/case-decision.ts';
import { Facts } from '../domain/means-test/facts.ts';
import { Remedy, remedyOf } from '../domain/remedy.ts';
import { lightOf, Term, TermLight, usedOf } from '../domain/terms.ts';

/** 办理时限: how much of what a step has is used, in its own unit. */
export const TermView = z.strictObject({
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
  status: HouseholdStatus,
  programme: ProgrammeCode,
  caseNumber: CaseNumber.optional(),
  divisionCode: DivisionCode,
  householdSize: z.int(),
  members: Members,
  facts: z.strictObject({ declared: Facts, verified: Facts.optional() }),
  dueOn: LocalDate.optional(),
  dueOnIsProvisional: z.boolean().optional(),
  terms: z.array(TermView),
  supplement: Supplement.optional(),
  notice: Notice.optional(),
  objections: z.array(CaseObjection),
  decision: CaseDecision.optional(),
  remedy: Remedy.optional(),
  history: z.array(HistoryEntry),
  sample: z.boolean(),
});
// Many replies hold it: the contract says it once.
z.globalRegistry.add(CaseView, { id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;

/** `now` is what the used part of a running term is reckoned by. */
export function caseView(application: Application, caller: Caller, now: Instant): CaseView {
  if (application.programme === 'TL_E') throw new TypeError('emergency relief has a view of its own');
  const { id, status, programme, caseNumber, divisionCode, members, declared, verified, decision } = application;
  const { supplement, notice, objections } = application;
  const remedy = decision && remedyOf(decision);
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
    terms: termsAt(application, now),
    ...(supplement && { supplement }),
    ...(notice && { notice }),
    objections,
    ...(decision && { decision }),
    ...(remedy && { remedy }),
    history: historyFor(application, caller),
    sample: decision?.sample === true,
  };
}

/** The day the whole case is due; an objection makes it later. */
function dueOf({ terms }: Application): Pick<CaseView, 'dueOn' | 'dueOnIsProvisional'> {
  const due = terms.findLast(({ kind }) => kind === 'total');
  return due === undefined ? {} : { dueOn: due.dueOn, dueOnIsProvisional: due.provisional };
}

/** Who did a step is shown to staff only. */
export const historyFor = ({ history }: Application, caller: Caller): HistoryEntry[] =>
  isStaff(caller) ? history : history.map(({ event, at }) => ({ event, at }));

export const termsAt = ({ terms }: Application, now: Instant): z.infer<typeof TermView>[] =>
  terms.map((term) => termView(term, now));

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
