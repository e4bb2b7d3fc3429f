import { describe, expect, test } from '@jest/globals';
import { instant, LocalDate, localDate, Period } from '@minzheng/types';
import { askAgainAt } from './ask-again.ts';
import { sendAt } from './bank-file.ts';
import { payAtOnce, payMonth } from './pay-month.ts';

const on = (text: string): LocalDate => LocalDate.parse(text);
const closed = { ok: false, refusal: { code: 'pay-run.period-not-open' } };

describe('when a month can be drawn up', () => {
  test.each([
    [
      'PAY-1, C11: frozen on the last working day of the month before',
      '2026-10',
      '2026-09-30',
      '2026-09-30',
      '2026-10-10',
    ],
    ['C11: the 10th is a rest day', '2026-01', '2026-01-05', '2025-12-31', '2026-01-09'],
    ['C11: a make-up Saturday is a working day', '2026-05', '2026-05-06', '2026-04-30', '2026-05-09'],
    [
      'a month that has passed, with what was granted up to the latest cut-off',
      '2026-03',
      '2026-11-24',
      '2026-10-30',
      '2026-03-10',
    ],
    ['on the day before the next cut-off nothing newer is in', '2026-11', '2026-11-29', '2026-10-30', '2026-11-10'],
    [
      'from the next cut-off on the month of approval is caught up',
      '2026-11',
      '2026-11-30',
      '2026-11-30',
      '2026-11-10',
    ],
  ])('%s', (_, month, today, decidedBy, payDay) => {
    expect(payMonth(Period.parse(month), on(today))).toEqual({ ok: true, value: { decidedBy, payDay } });
  });

  test('what is owed once: on any day of its month, decided up to that day and paid on it', () => {
    const today = on('2026-10-02');
    const atOnce = { ok: true, value: { decidedBy: today, payDay: today } };
    expect(payAtOnce(Period.parse('2026-10'), today)).toEqual(atOnce);
    expect(payAtOnce(Period.parse('2026-11'), today)).toEqual(closed);
    expect(payAtOnce(Period.parse('2026-09'), today)).toEqual(closed);
  });

  test('not before its cut-off', () => {
    expect(payMonth(Period.parse('2026-10'), on('2026-09-29'))).toEqual(closed);
  });
});

describe('when a file goes out', () => {
  const now = instant.startOfDay(on('2026-11-24'));

  test.each([
    ['on its day, from the beginning of it', '2026-12-10', instant.startOfDay(on('2026-12-10'))],
    ['at once when that is today', '2026-11-24', now],
  ])('%s', (_, bizDate, expected) => {
    expect(sendAt(on(bizDate), now)).toBe(expected);
  });

  test('at once when its day has begun', () => {
    const later = instant.plus(now, 3_600_000);
    expect(sendAt(localDate.of(2026, 11, 24), later)).toBe(later);
  });
});

describe('asking the bank again', () => {
  const sent = instant.startOfDay(on('2026-11-24'));

  test.each([
    [0, 500],
    [8_000, 2_000],
    [3_600_000, 60_000],
  ])('%i ms after the file went out: in %i ms', (ageMs, waitMs) => {
    const now = instant.plus(sent, ageMs);
    expect(askAgainAt(sent, now)).toBe(instant.plus(now, waitMs));
  });
});
