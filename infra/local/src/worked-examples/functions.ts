import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BankCard,
  calendar,
  CreditCode,
  DisabilityCertificate,
  fen,
  Fen,
  Instant,
  LocalDate,
  Period,
  ResidentId,
} from '@minzheng/types';
import { repository } from '../places.ts';
import type { Row } from './row.ts';

interface CalendarRow {
  readonly id: string;
  readonly rule: string;
  readonly call: string;
  readonly from: string;
  readonly n?: number;
  readonly expected: string;
  readonly provisional?: boolean;
}

interface IdentifierRow {
  readonly id: string;
  readonly basis: string;
  readonly rule: string;
  readonly read: string;
  readonly raw: string;
  readonly [expected: string]: unknown;
}

/** The day on which identifiers are looked at: a date of birth must not lie ahead of it. */
const today = LocalDate.parse('2026-11-24');

const rowsIn = <T>(name: string): T[] =>
  JSON.parse(readFileSync(join(repository, 'packages/types/test/rows', `${name}.json`), 'utf8')) as T[];

const counting: Readonly<Record<string, (row: CalendarRow) => unknown>> = {
  addWorkingDays: ({ from, n = 0 }) => calendar.addWorkingDays(LocalDate.parse(from), n),
  endOfDays: ({ from, n = 0 }) => calendar.endOfDays(LocalDate.parse(from), n),
  nextWorkingDay: ({ from }) => calendar.nextWorkingDay(LocalDate.parse(from)),
  payDay: ({ from }) => calendar.payDay(Period.parse(from)),
  addClockHours: ({ from, n = 0 }) => calendar.addClockHours(Instant.parse(from), n),
};

const reading: Readonly<Record<string, (raw: string) => unknown>> = {
  CreditCode: (raw) => CreditCode.parse(raw),
  BankCard: (raw) => BankCard.parse(raw),
  ResidentId(raw) {
    const read = ResidentId.parse(raw, today);
    return read.ok ? { ...read, birthDate: ResidentId.birthDate(read.value), sex: ResidentId.sex(read.value) } : read;
  },
  DisabilityCertificate(raw) {
    const read = DisabilityCertificate.parse(raw, today);
    return read.ok ? { ...read.value, severe: DisabilityCertificate.isSevere(read.value) } : read;
  },
};

/** C and I rows and P1 of DOMAIN §12: what the functions of packages/types answer. */
export function functionRows(): Row[] {
  const days = rowsIn<CalendarRow>('calendar').map((row) => ({
    id: row.id,
    about: `${row.rule} ${row.call} of ${row.from}`,
    expected:
      row.call === 'addClockHours' ? row.expected : { date: row.expected, provisional: row.provisional ?? false },
    answered: counting[row.call]?.(row),
  }));
  const identifiers = rowsIn<IdentifierRow>('identifiers').map(({ id, rule, read, raw, basis, ...expected }) => ({
    id,
    about: `${rule} (${basis}) ${read} ${raw}`,
    expected,
    answered: reading[read]?.(raw),
  }));
  return [...identifiers, ...days, monthsOfAYear()];
}

const monthsOfAYear = (): Row => ({
  id: 'P1',
  about: 'PAY-7, 42,001.00 a year by the month',
  expected: [...Array.from({ length: 11 }, () => 350_008), 350_012],
  answered: fen.byMonth(Fen.parse(4_200_100)),
});
