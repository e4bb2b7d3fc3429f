import { ApplicationId, CaseNumber, DivisionCode, Instant, LocalDate, PersonId } from '@minzheng/types';
import { z } from 'zod';
import { CaseDecision } from './case-decision.ts';
import { Facts } from './means-test/facts.ts';
import { Officers } from './segregation.ts';
import { StatutoryDates } from './statutory-dates.ts';

const MAX_MEMBERS = 20;
const MAX_NOTE_LENGTH = 2_000;

/** 办理状态 (DOMAIN §2.1). */
export const ApplicationStatus = z.enum([
  /** 已提交 */ 'submitted',
  /** 已受理 */ 'accepted',
  /** 入户调查 */ 'survey',
  /** 公示 */ 'public-notice',
  /** 已上报 */ 'reported',
  /** 区级审核 */ 'review',
  /** 已确认 */ 'confirmed',
  /** 不予确认 */ 'refused',
  /** 已撤回 */ 'withdrawn',
]);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;

/** 共同生活家庭成员 (HH-1); exactly one is the applicant, 'self'. */
export const Member = z.strictObject({
  personId: PersonId,
  relation: z.enum(['self', 'spouse', 'child', 'parent', 'other']),
});
export type Member = z.infer<typeof Member>;

export const Members = z.array(Member).min(1).max(MAX_MEMBERS);

/** 调查意见: what the street proposes. */
export const Opinion = z.enum(['positive', 'negative']);
export type Opinion = z.infer<typeof Opinion>;

/** What the surveyors write; sealed at rest like the facts. */
export const Note = z.string().trim().min(1).max(MAX_NOTE_LENGTH);

/** 公示: the day it hangs out is not counted; it ends at 24:00 of `endsOn` (CAL-1, CAL-3). */
export const Notice = z.strictObject({ postedOn: LocalDate, endsOn: LocalDate });
export type Notice = z.infer<typeof Notice>;

/** One step of the case; `by` is a staff number and is shown to staff only. */
export const HistoryEntry = z.strictObject({
  event: z.enum([
    'submitted',
    'accepted',
    'survey-started',
    'notice-posted',
    'notice-ended',
    'reported',
    'review-started',
    'confirmed',
    'refused',
    'withdrawn',
  ]),
  at: Instant,
  by: z.string().optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** 救助申请, once accepted 案件. */
export const Application = z.strictObject({
  id: ApplicationId,
  programme: z.literal('DB'),
  status: ApplicationStatus,
  divisionCode: DivisionCode,
  applicantId: PersonId,
  members: Members,
  submittedOn: LocalDate,
  /** What the household has declared. */
  declared: Facts,
  /** What the survey has found; only this is decided on. */
  verified: Facts.optional(),
  note: Note.optional(),
  opinion: Opinion.optional(),
  caseNumber: CaseNumber.optional(),
  dates: StatutoryDates.optional(),
  notice: Notice.optional(),
  officers: Officers,
  decision: CaseDecision.optional(),
  history: z.array(HistoryEntry),
});
export type Application = z.infer<typeof Application>;
