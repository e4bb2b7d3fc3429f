import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { BankCard, CreditCode, DisabilityCertificate, LocalDate, ResidentId } from '../src/index.ts';
import rows from './rows/identifiers.json' with { type: 'json' };

const today = LocalDate.parse('2026-11-24');
const cited = { id: z.string(), rule: z.string(), basis: z.string(), raw: z.string() };
const outcome = { value: z.string().optional(), error: z.string().optional() };
const Row = z.discriminatedUnion('read', [
  z.strictObject({
    ...cited,
    ...outcome,
    read: z.literal('ResidentId'),
    birthDate: z.string().optional(),
    sex: z.string().optional(),
  }),
  z.strictObject({ ...cited, ...outcome, read: z.enum(['CreditCode', 'BankCard']) }),
  z.strictObject({
    ...cited,
    read: z.literal('DisabilityCertificate'),
    kind: z.string(),
    level: z.int(),
    severe: z.boolean(),
  }),
]);
type Row = z.infer<typeof Row>;

/** What the row should come to and what it came to, side by side. */
function outcomes(row: Row): [expected: unknown, actual: unknown] {
  if (row.read === 'DisabilityCertificate') {
    const read = DisabilityCertificate.parse(row.raw, today);
    const { kind, level } = row;
    return [
      { kind, level, severe: row.severe },
      read.ok && { kind: read.value.kind, level: read.value.level, severe: DisabilityCertificate.isSevere(read.value) },
    ];
  }
  const expected = row.error === undefined ? { ok: true, value: row.value } : { ok: false, error: row.error };
  if (row.read !== 'ResidentId') return [expected, (row.read === 'CreditCode' ? CreditCode : BankCard).parse(row.raw)];
  const read = ResidentId.parse(row.raw, today);
  const facts = read.ok ? { birthDate: ResidentId.birthDate(read.value), sex: ResidentId.sex(read.value) } : {};
  return [
    { ...expected, birthDate: row.birthDate, sex: row.sex },
    { ...read, ...facts },
  ];
}

describe('DOMAIN §12, identifiers', () => {
  test.each(z.array(Row).parse(rows))('$id ($rule, $basis): $raw', (row) => {
    const [expected, actual] = outcomes(row);
    expect(actual).toEqual(expected);
  });

  test('rows I1 to I8 are all here', () => {
    const numbers = new Set(rows.map(({ id }) => /^I\d+/.exec(id)?.[0]));
    expect([...numbers]).toEqual(Array.from({ length: 8 }, (_, i) => `I${i + 1}`));
  });
});
