import { ApplicationId, CaseNumber, DivisionCode, Instant } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import { z } from 'zod';
import { HistoryEntry, MeetingRef, Members, ReliefCase, ReliefStatus } from '../domain/application-state.ts';
import type { Application } from '../domain/application-state.ts';
import { CaseDecision } from '../domain/case-decision.ts';
import { ReliefFacts } from '../domain/programmes/tl-e/relief-facts.ts';
import { lastTerm } from '../domain/terms.ts';
import { historyFor, termsAt, TermView } from './case-view.ts';

/** Emergency relief as its applicant and its officers see it; `dueAt` is the moment by which its money must be decided. */
export const ReliefView = z.strictObject({
  applicationId: ApplicationId,
  status: ReliefStatus,
  programme: ReliefCase.shape.programme,
  caseNumber: CaseNumber.optional(),
  divisionCode: DivisionCode,
  householdSize: z.int(),
  members: Members,
  facts: z.strictObject({ declared: ReliefFacts, verified: ReliefFacts.optional() }),
  dueAt: Instant,
  terms: z.array(TermView),
  meetingRef: MeetingRef.optional(),
  decision: CaseDecision.optional(),
  history: z.array(HistoryEntry),
  sample: z.boolean(),
});
export type ReliefView = z.infer<typeof ReliefView>;
z.globalRegistry.add(ReliefView, { id: 'ReliefView' });

/** `now` is what the used part of a running term is reckoned by. */
export function reliefView(application: Application, caller: Caller, now: Instant): ReliefView {
  if (application.programme !== 'TL_E') throw new TypeError('a household’s case has a view of its own');
  const { id, status, programme, caseNumber, divisionCode, members, declared, verified } = application;
  const { meetingRef, decision } = application;
  return {
    applicationId: id,
    status,
    programme,
    ...(caseNumber && { caseNumber }),
    divisionCode,
    householdSize: members.length,
    members,
    facts: { declared, ...(verified && { verified }) },
    dueAt: lastTerm(application, 'advance').dueAt,
    terms: termsAt(application, now),
    ...(meetingRef !== undefined && { meetingRef }),
    ...(decision && { decision }),
    history: historyFor(application, caller),
    sample: decision?.sample === true,
  };
}
