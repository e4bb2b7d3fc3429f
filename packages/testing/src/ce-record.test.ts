import { describe, expect, test } from '@jest/globals';
import { decode, encode } from '@minzheng/messaging';
import { DivisionCode, PaymentSettled, PersonId } from '@minzheng/types';
import { ceRecord, cloudEventOf } from './ce-record.ts';

const settled = PaymentSettled.of({
  subject: `202612${'0'.repeat(26)}`,
  personId: PersonId.parse('p-1'),
  divisionCode: DivisionCode.parse('330302006'),
  data: {
    paymentId: `202612${'0'.repeat(26)}`,
    entitlementId: 'ent-1',
    origin: { kind: 'application', applicationId: 'app-1' },
    programme: 'DB',
    amountFen: 130_000,
    period: '2026-12',
    last4: '0111',
    settledOn: '2026-12-10',
  },
});
const at = { topic: settled.topic, partition: 0, offset: 0 };

describe('a record written from the standard', () => {
  test('is an event to the platform, with every attribute it was given', () => {
    const { key, value, headers } = ceRecord(settled, 7, { id: 'e-1', correlationid: 'c-1' });
    const decoded = decode({
      ...at,
      key: Buffer.from(key),
      value: Buffer.from(value),
      headers: new Map(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
    });
    expect(decoded).toMatchObject({
      ok: true,
      event: {
        id: 'e-1',
        source: 'https://platform.test/services/payments',
        type: PaymentSettled.type,
        subject: settled.subject,
        partitionkey: 'p-1',
        sequence: 7,
        correlationid: 'c-1',
        personid: 'p-1',
        divisioncode: '330302006',
        data: settled.data,
      },
    });
  });

  test("reads what the platform's own encoder writes", () => {
    const { value, headers } = encode({
      id: 'e-2',
      topic: settled.topic,
      key: settled.key,
      type: settled.type,
      seq: 3,
      headers: { source: 's', subject: settled.subject, time: '2026-11-24T00:00:00.000Z', correlationid: 'c-2' },
      data: JSON.stringify(settled.data),
    });
    const texts = Object.entries(headers).map(([name, text]) => [name, String(text)]);
    const event = cloudEventOf({
      partition: 0,
      offset: 0,
      key: settled.key,
      value: Buffer.from(String(value)),
      headers: Object.fromEntries(texts) as Record<string, string>,
    });
    expect(event).toMatchObject({ id: 'e-2', type: settled.type, sequence: 3, data: settled.data });
  });

  test.each([
    ['no specversion', {}, '{}'],
    ['no JSON', { ce_specversion: '1.0' }, '{bad json'],
    ['no value', { ce_specversion: '1.0' }, null],
  ])('%s is no event', (_, headers: Record<string, string>, value) => {
    const record = { partition: 0, offset: 0, key: 'k', headers, value: value === null ? null : Buffer.from(value) };
    expect(cloudEventOf(record)).toBeUndefined();
  });
});
