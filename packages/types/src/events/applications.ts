import { z } from 'zod';
import { CaseNumber } from '../case-number.ts';
import { Fen } from '../fen.ts';
import { ApplicationId, DecisionId } from '../ids.ts';
import { LocalDate } from '../local-date.ts';
import { Period } from '../period.ts';
import { ProgrammeCode } from '../programme.ts';
import { defineEvent } from './define-event.ts';
import type { EventOf } from './define-event.ts';
import { ruleIds } from './rule-ids.ts';

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
  meaning: 'The district has confirmed the case and fixed the amount',
  data: z.object({
    ...ofCase,
    decisionId: DecisionId,
    programme: ProgrammeCode,
    monthlyFen: Fen.nonnegative(),
    payFrom: Period,
    decidedOn: LocalDate,
    ruleIds,
    sample: z.boolean(),
  }),
  publicData: ({ decisionId, programme, monthlyFen, payFrom, decidedOn, sample }) => ({
    decisionId,
    programme,
    monthlyFen,
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
  }),
  publicData: ({ decisionId, programme, decidedOn }) => ({ decisionId, programme, decidedOn }),
});
export type CaseRefused = EventOf<typeof CaseRefused>;
