import type { Step } from '@minzheng/rules';
import { localDate } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import type { MatterOf } from '../matter.ts';
import type { Answer } from './answer.ts';
import type { RuleId } from './rules.ts';

const MONTHS_BETWEEN_GRADINGS = 12;
const DAYS_TO_APPLY = 60;
const REMINDED_BEFORE = [30, 15, 5] as const;
const DAYS_TO_REPORT = 30;
const DAYS_TO_WAIVER = 60;

const found = (rule: RuleId, value: boolean): Step => ({ rule, value, unit: 'yes-no', from: [] });

/** VET-7: a year after the last grading, at the earliest (条例 §29). */
export const regrading = ({ gradedOn }: MatterOf<'regrading'>): Answer => ({
  days: { earliest: localDate.addMonths(gradedOn, MONTHS_BETWEEN_GRADINGS) },
  trace: [found('VET-7', true)],
});

/** VET-7: the army pays the year of the discharge, the county from the next one on (条例 §30). */
export const transferIn = ({ dischargedOn }: MatterOf<'transfer-in'>): Answer => ({
  days: {
    applyBy: localDate.addDays(dischargedOn, DAYS_TO_APPLY),
    countyPaysFrom: localDate.of(localDate.year(dischargedOn) + 1, 1, 1),
  },
  trace: [found('VET-7', true)],
});

const CANCELLED: ReadonlySet<string> = new Set(['death-sentence', 'life-sentence', 'dismissed']);

/** VET-8: by the organ of the province, whatever happens. */
export const sentence = ({ event }: MatterOf<'sentence'>): Answer => ({
  status: CANCELLED.has(event) ? 'cancelled' : 'suspended',
  trace: [found('VET-8', true)],
});

/** VET-9: reminded three times, then frozen, never cancelled. */
export function confirmation({ dueOn }: MatterOf<'confirmation'>): Answer {
  const days: Record<string, LocalDate> = { frozenOn: localDate.addDays(dueOn, 1) };
  for (const [at, before] of REMINDED_BEFORE.entries()) days[`reminder${at + 1}`] = localDate.addDays(dueOn, -before);
  return { days, trace: [found('VET-9', true)] };
}

/** VET-13: thirty days to report; another thirty without a reason waive what would have been arranged. */
export function report({ approvedOn, reportedOn, hasReason }: MatterOf<'report'>): Answer {
  const took = localDate.diffDays(approvedOn, reportedOn);
  const isKept = took <= DAYS_TO_WAIVER || hasReason;
  const days = { reportBy: localDate.addDays(approvedOn, DAYS_TO_REPORT) };
  return { status: isKept ? 'kept' : 'waived', days, trace: [found('VET-13', isKept)] };
}
