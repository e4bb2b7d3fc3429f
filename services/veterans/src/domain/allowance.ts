import {
  AllowanceAwarded,
  AllowanceEnded,
  AllowanceId,
  decided,
  DivisionCode,
  Instant,
  LocalDate,
  moved,
  Period,
  PersonId,
  ProgrammeCode,
  refuse,
  VeteranId,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import { StaffNo } from './act.ts';
import type { Act } from './act.ts';
import { Award, fixAward } from './award.ts';
import type { AwardStamp } from './award.ts';
import { EndReason, lastMonth } from './last-month.ts';
import { programmeOf } from './rules/assess.ts';
import type { Assessment } from './rules/assess.ts';
import { AdmittedCategory } from './service-facts.ts';
import type { Veteran } from './veteran.ts';

export const AllowanceStatus = z.enum([
  /** 待审批 */ 'proposed',
  /** 发放中 */ 'active',
  /** 不予批准 */ 'rejected',
  /** 已停发 */ 'ended',
]);
export type AllowanceStatus = z.infer<typeof AllowanceStatus>;

/** 停发: why, decided when and by whom, and the last month that is owed. */
export const Ending = z.strictObject({ why: EndReason, lastMonth: Period, endedOn: LocalDate, by: StaffNo });
export type Ending = z.infer<typeof Ending>;

/** 定期待遇: the monthly allowance of one veteran, proposed by one officer and approved by another. */
export const Allowance = z.strictObject({
  id: AllowanceId,
  veteranId: VeteranId,
  personId: PersonId,
  divisionCode: DivisionCode,
  category: AdmittedCategory,
  programme: ProgrammeCode,
  status: AllowanceStatus,
  /** As proposed; once approved, the decision of that day. */
  award: Award,
  proposedBy: StaffNo,
  proposedAt: Instant,
  decidedBy: StaffNo.optional(),
  ending: Ending.optional(),
});
export type Allowance = z.infer<typeof Allowance>;

export type AllowanceCommand = 'approve' | 'reject' | 'end';

export const allowanceTransitions = {
  proposed: { approve: 'active', reject: 'rejected' },
  active: { end: 'ended' },
  rejected: {},
  ended: {},
} as const satisfies Transitions<AllowanceStatus, AllowanceCommand>;

/** Statuses in which a veteran has their one allowance. */
export const OPEN: readonly AllowanceStatus[] = ['proposed', 'active'];

/** What an award rests on: the veteran's facts, reckoned for this very day. */
export interface Reckoning {
  readonly assessment: Assessment;
  readonly stamp: AwardStamp;
}

/** 提出: the amount is that of today's standard; nothing is owed until a colleague approves. */
export function proposeAllowance(
  id: AllowanceId,
  veteran: Veteran,
  { by, at }: Act,
  { assessment, stamp }: Reckoning,
): Decision<Allowance> {
  if (veteran.status !== 'confirmed') return refuse('allowance.veteran-not-confirmed');
  if ('failed' in assessment) return refuse('allowance.nothing-due', { rules: assessment.failed.join(', ') });
  const { personId, divisionCode, facts } = veteran;
  return decided({
    id,
    veteranId: veteran.id,
    personId,
    divisionCode,
    category: facts.category,
    programme: programmeOf[facts.category],
    status: 'proposed',
    award: fixAward(facts, assessment, stamp),
    proposedBy: by,
    proposedAt: at,
  });
}

/** 批准: a colleague awards exactly what was proposed; a standard that has changed since wants a new proposal. */
export function approveAllowance(
  allowance: Allowance,
  { facts }: Pick<Veteran, 'facts'>,
  { by }: Act,
  { assessment, stamp }: Reckoning,
): Decision<Allowance> {
  return move(allowance, 'approve', (approved) => {
    if (by === allowance.proposedBy) return refuse('allowance.approved-by-its-proposer');
    if ('failed' in assessment || assessment.monthlyFen !== allowance.award.monthlyFen) {
      return refuse('allowance.standard-changed');
    }
    const awarded = { ...approved, award: fixAward(facts, assessment, stamp), decidedBy: by };
    return decided(awarded, told(awarded));
  });
}

function told(allowance: Allowance) {
  const { id, personId, divisionCode, category, programme, award } = allowance;
  const { decisionId, monthlyFen, payFrom, decidedOn, ruleIds, sample } = award;
  const data = { allowanceId: id, decisionId, category, programme, monthlyFen, payFrom, decidedOn, ruleIds, sample };
  return AllowanceAwarded.of({ subject: id, personId, divisionCode, data });
}

/** 不予批准: another proposal may follow. Whoever proposed it may take it back. */
export const rejectAllowance = (allowance: Allowance, { by }: Act): Decision<Allowance> =>
  move(allowance, 'reject', (rejected) => decided({ ...rejected, decidedBy: by }));

/** 停发: what was paid beyond the last month is not taken back here. */
export function endAllowance(
  allowance: Allowance,
  { by }: Act,
  why: EndReason,
  endedOn: LocalDate,
): Decision<Allowance> {
  return move(allowance, 'end', (ended) => {
    const month = lastMonth(why, endedOn);
    if (!month.ok) return month;
    const { id, personId, divisionCode, category, award } = ended;
    const data = { allowanceId: id, decisionId: award.decisionId, category, lastMonth: month.value, endedOn };
    return decided(
      { ...ended, ending: { why, lastMonth: month.value, endedOn, by } },
      AllowanceEnded.of({ subject: id, personId, divisionCode, data }),
    );
  });
}

const move = (
  allowance: Allowance,
  command: AllowanceCommand,
  change: (moved: Allowance) => Decision<Allowance>,
): Decision<Allowance> => moved(allowanceTransitions, 'allowance.transition-not-there', allowance, command, change);
