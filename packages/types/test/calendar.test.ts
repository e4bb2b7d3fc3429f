import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { calendar, Instant, LocalDate, Period } from '../src/index.ts';
import rows from './rows/calendar.json' with { type: 'json' };

const Row = z.strictObject({
  id: z.string(),
  rule: z.string(),
  basis: z.string(),
  call: z.string(),
  from: z.string(),
  n: z.int().optional(),
  expected: z.string(),
  provisional: z.boolean().optional(),
});
type Row = z.infer<typeof Row>;

const counted = (row: Row): number => z.int().parse(row.n);
const calls: Readonly<Record<string, (row: Row) => unknown>> = {
  addWorkingDays: (row) => calendar.addWorkingDays(LocalDate.parse(row.from), counted(row)),
  endOfDays: (row) => calendar.endOfDays(LocalDate.parse(row.from), counted(row)),
  nextWorkingDay: (row) => calendar.nextWorkingDay(LocalDate.parse(row.from)),
  payDay: (row) => calendar.payDay(Period.parse(row.from)),
  addClockHours: (row) => calendar.addClockHours(Instant.parse(row.from), counted(row)),
};

describe('DOMAIN §12, calendar', () => {
  test.each(z.array(Row).parse(rows))('$id ($rule, $basis): $call of $from', (row) => {
    const { expected, provisional = false } = row;
    expect(calls[row.call]?.(row)).toEqual(row.call === 'addClockHours' ? expected : { date: expected, provisional });
  });

  test('rows C1 to C12 are all here', () => {
    const numbers = new Set(rows.map(({ id }) => /^C\d+/.exec(id)?.[0]));
    expect([...numbers]).toEqual(Array.from({ length: 12 }, (_, i) => `C${i + 1}`));
  });
});
