import { LocalDate, localDate, Period, refuse } from '@minzheng/types';
import type { Refusal } from '@minzheng/types';
import { z } from 'zod';

/** Why an allowance ends; `on` is the day it happened. */
export const EndReason = z.discriminatedUnion('reason', [
  /** 死亡 */ z.strictObject({ reason: z.literal('died'), on: LocalDate }),
  /** 户籍迁出 */ z.strictObject({ reason: z.literal('moved-away'), on: LocalDate }),
  /** 不再符合条件: by today's decision */ z.strictObject({ reason: z.literal('no-longer-entitled') }),
]);
export type EndReason = z.infer<typeof EndReason>;

/**
 * The last month that is owed: that of the death (PAY-2), that of the decision (PAY-3), or December of the year of the move, since
 * for veterans the old place pays until 31 December (PAY-5).
 */
export function lastMonth(
  end: EndReason,
  today: LocalDate,
): { ok: true; value: Period } | { ok: false; refusal: Refusal } {
  if (end.reason === 'no-longer-entitled') return { ok: true, value: localDate.period(today) };
  if (end.on > today) {
    return refuse('request.invalid', undefined, [
      { pointer: '/on', code: 'field.too-large', params: { maximum: today } },
    ]);
  }
  const month = end.reason === 'died' ? localDate.period(end.on) : Period.parse(`${end.on.slice(0, 4)}-12`);
  return { ok: true, value: month };
}
