import { z } from 'zod';
import { CaseNumber } from '../case-number.ts';
import { Fen } from '../fen.ts';
import { ApplicationId, DecisionId } from '../ids.ts';
import { LocalDate } from '../local-date.ts';
import { Period } from '../period.ts';
import { ProgrammeCode } from '../programme.ts';
import { SupplementItem } from '../supplement-item.ts';
import { TermKind } from '../term-kind.ts';
import { defineEvent } from './define-event.ts';
import type { EventOf } from './define-event.ts';
import { ruleIds } from './rule-ids.ts';

const MAX_ITEMS = 10;
const ofCase = { applicationId: ApplicationId, caseNumber: CaseNumber };

export const ApplicationSubmitted = defineEvent({
  type: 'org.minzheng.applications.application.submitted.v1',
  audience: 'internal',
  meaning: 'An applicant, or somebody for them, has sent in an application',
  data: z.object({
    applicationId: ApplicationId,
    programme: ProgrammeCode,
    householdSize: z.int().min(1),
    submittedOn: LocalDate,
  }),
});
export type ApplicationSubmitted = EventOf<typeof ApplicationSubmitted>;

export const CaseAccepted = defineEvent({
  type: 'org.minzheng.applications.case.accepted.v1',
  audience: 'internal',
  meaning: 'The street has accepted the application as a case; the statutory time runs',
  data: z.object({
    ...ofCase,
    programme: ProgrammeCode,
    acceptedOn: LocalDate,
    dueOn: LocalDate,
    provisional: z.boolean(),
  }),
});
export type CaseAccepted = EventOf<typeof CaseAccepted>;

export const CaseNoticePosted = defineEvent({
  type: 'org.minzheng.applications.case.notice-posted.v1',
  audience: 'internal',
  meaning: 'The public notice (公示) of the proposed outcome hangs out',
  data: z.object({ ...ofCase, postedOn: LocalDate, endsOn: LocalDate }),
});
export type CaseNoticePosted = EventOf<typeof CaseNoticePosted>;

export const CaseReported = defineEvent({
  type: 'org.minzheng.applications.case.reported.v1',
  audience: 'internal',
  meaning: 'The street has reported the case with its opinion to the district',
  data: z.object({ ...ofCase, opinion: z.enum(['positive', 'negative']), reportedOn: LocalDate }),
});
export type CaseReported = EventOf<typeof CaseReported>;

export const CaseConfirmed = defineEvent({
  type: 'org.minzheng.applications.case.confirmed.v1',
  audience: 'public',
  meaning: 'The case is confirmed and what it grants is fixed: a sum every month, a sum once, or a status alone',
  data: z.object({
    ...ofCase,
    decisionId: DecisionId,
    programme: ProgrammeCode,
    /** 0 where nothing is paid every month. */
    monthlyFen: Fen.nonnegative(),
    /** 一次性救助金: a sum paid once (payment kind ONE_OFF), due at once. */
    oneOffFen: Fen.positive().optional(),
    /** The first month of what is paid every month, or of the status; the month of the decision for a sum paid once. */
    payFrom: Period,
    decidedOn: LocalDate,
    ruleIds,
    sample: z.boolean(),
  }),
  publicData: ({ decisionId, programme, monthlyFen, oneOffFen, payFrom, decidedOn, sample }) => ({
    decisionId,
    programme,
    monthlyFen,
    ...(oneOffFen !== undefined && { oneOffFen }),
    payFrom,
    decidedOn,
    sample,
  }),
});
export type CaseConfirmed = EventOf<typeof CaseConfirmed>;

export const CaseRefused = defineEvent({
  type: 'org.minzheng.applications.case.refused.v1',
  audience: 'public',
  meaning: 'The district has refused the case; the hint names a programme that may fit instead',
  data: z.object({
    ...ofCase,
    decisionId: DecisionId,
    programme: ProgrammeCode,
    decidedOn: LocalDate,
    ruleIds,
    hint: ProgrammeCode.optional(),
    /** 救济途径: the last day on which review can be asked for; provisional over a year without holiday notice (CAL-6). */
    remedy: z.object({ reviewBy: LocalDate, provisional: z.boolean() }).optional(),
  }),
  publicData: ({ decisionId, programme, decidedOn }) => ({ decisionId, programme, decidedOn }),
});
export type CaseRefused = EventOf<typeof CaseRefused>;

export const ApplicationAbandoned = defineEvent({
  type: 'org.minzheng.applications.application.abandoned.v1',
  audience: 'internal',
  meaning: 'What was missing did not come in time, and the application is closed undecided',
  data: z.object({ applicationId: ApplicationId, programme: ProgrammeCode, abandonedOn: LocalDate }),
});
export type ApplicationAbandoned = EventOf<typeof ApplicationAbandoned>;

export const CaseSupplementRequested = defineEvent({
  type: 'org.minzheng.applications.case.supplement-requested.v1',
  audience: 'internal',
  meaning: 'The street has told the applicant, once, all that is missing',
  data: z.object({
    applicationId: ApplicationId,
    programme: ProgrammeCode,
    items: z.array(SupplementItem).min(1).max(MAX_ITEMS),
    supplyBy: LocalDate,
  }),
});
export type CaseSupplementRequested = EventOf<typeof CaseSupplementRequested>;

export const CaseObjectionFiled = defineEvent({
  type: 'org.minzheng.applications.case.objection-filed.v1',
  audience: 'internal',
  meaning: 'Somebody has objected to the public notice, and the case is surveyed again',
  data: z.object({ ...ofCase, programme: ProgrammeCode, filedOn: LocalDate, answerBy: LocalDate }),
});
export type CaseObjectionFiled = EventOf<typeof CaseObjectionFiled>;

export const CaseObjectionAnswered = defineEvent({
  type: 'org.minzheng.applications.case.objection-answered.v1',
  audience: 'internal',
  meaning: 'The survey after an objection has ended; dismissed leaves the proposal as it was, upheld brings a new one',
  data: z.object({
    ...ofCase,
    programme: ProgrammeCode,
    outcome: z.enum(['dismissed', 'upheld']),
    answeredOn: LocalDate,
  }),
});
export type CaseObjectionAnswered = EventOf<typeof CaseObjectionAnswered>;

export const CaseDeadlineMissed = defineEvent({
  type: 'org.minzheng.applications.case.deadline-missed.v1',
  audience: 'internal',
  meaning: 'A term of the case has run out before its step was done',
  data: z.object({
    applicationId: ApplicationId,
    caseNumber: CaseNumber.optional(),
    programme: ProgrammeCode,
    kind: TermKind,
    dueOn: LocalDate,
    /** Reckoned over a year without holiday notice (CAL-6). */
    provisional: z.boolean().optional(),
  }),
});
export type CaseDeadlineMissed = EventOf<typeof CaseDeadlineMissed>;
