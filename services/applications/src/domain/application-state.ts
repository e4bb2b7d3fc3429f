import {
  ApplicationId,
  CaseNumber,
  DivisionCode,
  Instant,
  LocalDate,
  ObjectionId,
  PersonId,
  SupplementItem,
} from '@minzheng/types';
import { z } from 'zod';
import { CaseDecision } from './case-decision.ts';
import { Facts } from './means-test/facts.ts';
import { ReliefFacts } from './programmes/tl-e/relief-facts.ts';
import { Officers } from './segregation.ts';
import { Term } from './terms.ts';

const MAX_MEMBERS = 20;
const MAX_NOTE_LENGTH = 2_000;
const MAX_REF_LENGTH = 64;

/** 办理状态 of a household's case under DB and DBB (DOMAIN §2.1). */
export const HouseholdStatus = z.enum([
  /** 已提交 */ 'submitted',
  /** 待补正 */ 'supplement',
  /** 已受理 */ 'accepted',
  /** 入户调查 */ 'survey',
  /** 公示 */ 'public-notice',
  /** 异议核查 */ 're-survey',
  /** 已上报 */ 'reported',
  /** 区级审核 */ 'review',
  /** 已确认 */ 'confirmed',
  /** 不予确认 */ 'refused',
  /** 已撤回 */ 'withdrawn',
  /** 逾期未补正，终止 */ 'abandoned',
]);
export type HouseholdStatus = z.infer<typeof HouseholdStatus>;

/** 办理状态 of emergency relief, TL_E (DOMAIN §2.2): the money first, the papers after. */
export const ReliefStatus = z.enum([
  /** 已报告 */ 'submitted',
  /** 已研判 */ 'triaged',
  /** 已先行救助 */ 'advanced',
  /** 手续已补齐 */ 'completed',
  /** 不予救助 */ 'refused',
  /** 已撤回 */ 'withdrawn',
]);
export type ReliefStatus = z.infer<typeof ReliefStatus>;

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

/** 会议纪要编号: which meeting has agreed to a sum above the highest tier. */
export const MeetingRef = z.string().trim().min(1).max(MAX_REF_LENGTH);

/** 公示: the day it hangs out is not counted; it ends at 24:00 of `endsOn` (CAL-1, CAL-3). */
export const Notice = z.strictObject({ postedOn: LocalDate, endsOn: LocalDate });
export type Notice = z.infer<typeof Notice>;

/** One step of the case; `by` is a staff number and is shown to staff only. */
export const HistoryEntry = z.strictObject({
  event: z.enum([
    'submitted',
    'supplement-requested',
    'supplied',
    'abandoned',
    'accepted',
    'survey-started',
    'notice-posted',
    'objection-filed',
    'objection-answered',
    'notice-ended',
    'reported',
    'review-started',
    'triaged',
    'advanced',
    'completed',
    'confirmed',
    'refused',
    'withdrawn',
  ]),
  at: Instant,
  by: z.string().optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** 一次性告知: all that is missing, told once. */
export const Supplement = z.strictObject({
  items: z.array(SupplementItem).min(1),
  requestedOn: LocalDate,
  suppliedOn: LocalDate.optional(),
});
export type Supplement = z.infer<typeof Supplement>;

/** 异议, as the case knows it; what was said stands with the objection itself. */
export const CaseObjection = z.strictObject({
  objectionId: ObjectionId,
  filedOn: LocalDate,
  outcome: z.enum(['dismissed', 'upheld']).optional(),
});
export type CaseObjection = z.infer<typeof CaseObjection>;

const shared = {
  id: ApplicationId,
  divisionCode: DivisionCode,
  applicantId: PersonId,
  members: Members,
  submittedOn: LocalDate,
  note: Note.optional(),
  caseNumber: CaseNumber.optional(),
  terms: z.array(Term),
  officers: Officers,
  decision: CaseDecision.optional(),
  history: z.array(HistoryEntry),
};

/** A household that applies for the minimum living allowance, or as one on its margin. */
export const HouseholdCase = z.strictObject({
  ...shared,
  programme: z.enum(['DB', 'DBB']),
  status: HouseholdStatus,
  /** What the household has declared. */
  declared: Facts,
  /** What the survey has found; only this is decided on. */
  verified: Facts.optional(),
  opinion: Opinion.optional(),
  supplement: Supplement.optional(),
  notice: Notice.optional(),
  objections: z.array(CaseObjection),
});
export type HouseholdCase = z.infer<typeof HouseholdCase>;

/** 急难型临时救助 (TL_E). */
export const ReliefCase = z.strictObject({
  ...shared,
  programme: z.literal('TL_E'),
  status: ReliefStatus,
  /** What has been reported. */
  declared: ReliefFacts,
  /** What the triage has found; only this is decided on. */
  verified: ReliefFacts.optional(),
  /** 一事一议会议纪要编号, above the highest tier. */
  meetingRef: MeetingRef.optional(),
});
export type ReliefCase = z.infer<typeof ReliefCase>;

/** 救助申请, once accepted 案件. */
export const Application = z.discriminatedUnion('programme', [HouseholdCase, ReliefCase]);
export type Application = z.infer<typeof Application>;

/** What can be applied for so far. */
export type OfferedProgramme = Application['programme'];
