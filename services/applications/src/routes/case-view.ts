import { ApplicationId, CaseNumber, DivisionCode, LocalDate, ProgrammeCode } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import { z } from 'zod';
import { ApplicationStatus, HistoryEntry, Members, Notice } from '../domain/application-state.ts';
import type { Application } from '../domain/application-state.ts';
import { CaseDecision } from '../domain/case-decision.ts';
import { Facts } from '../domain/means-test/facts.ts';

/** A case as its applicant and its officers see it; who did a step is shown to staff only. */
export const CaseView = z.strictObject({
  applicationId: ApplicationId,
  status: ApplicationStatus,
  programme: ProgrammeCode,
  caseNumber: CaseNumber.optional(),
  divisionCode: DivisionCode,
  householdSize: z.int(),
  members: Members,
  facts: z.strictObject({ declared: Facts, verified: Facts.optional() }),
  dueOn: LocalDate.optional(),
  dueOnIsProvisional: z.boolean().optional(),
  notice: Notice.optional(),
  decision: CaseDecision.optional(),
  history: z.array(HistoryEntry),
  sample: z.boolean(),
});
// Many replies hold it: the contract says it once.
z.globalRegistry.add(CaseView, { id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;

export function caseView(application: Application, caller: Caller): CaseView {
  const { id, status, programme, caseNumber, divisionCode, members, declared, verified, dates, notice, decision } =
    application;
  return {
    applicationId: id,
    status,
    programme,
    ...(caseNumber && { caseNumber }),
    divisionCode,
    householdSize: members.length,
    members,
    facts: { declared, ...(verified && { verified }) },
    ...(dates && { dueOn: dates.dueOn, dueOnIsProvisional: dates.provisional }),
    ...(notice && { notice }),
    ...(decision && { decision }),
    history: isStaff(caller) ? application.history : application.history.map(({ event, at }) => ({ event, at })),
    sample: decision?.sample === true,
  };
}

export const isStaff = ({ roles }: Caller): boolean => roles.some((role) => role !== 'resident');
