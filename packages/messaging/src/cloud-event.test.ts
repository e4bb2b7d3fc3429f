import { describe, expect, test } from '@jest/globals';
import type { OutboxEvent } from '@minzheng/store';
import * as fc from 'fast-check';
import { EVENT_LIMITS, decode, encode } from './cloud-event.ts';
import type { IncomingRecord, OutgoingRecord } from './record.ts';

const data = '{"applicationId":"a1","programme":"DB","householdSize":3,"submittedOn":"2026-11-24"}';
const event: OutboxEvent = {
  id: '01jdf0000000000000000000ab',
  topic: 'minzheng.applications.v1',
  key: 'a1',
  type: 'org.minzheng.applications.application.submitted.v1',
  seq: 7,
  headers: {
    source: 'https://minzheng.org/services/applications',
    subject: 'a1',
    time: '2026-11-24T02:58:13.123Z',
    correlationid: 'c1',
    causationid: 'k1',
    personid: 'p1',
    divisioncode: '330302006',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  },
  data,
};

function arrived(sent: OutgoingRecord, headers: Record<string, string | Buffer | undefined> = {}): IncomingRecord {
  const all = Object.entries({ ...sent.headers, ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Buffer.from(value)] as const],
  );
  return {
    topic: sent.topic,
    partition: 0,
    offset: 0,
    key: sent.key === null ? null : Buffer.from(sent.key),
    value: sent.value === null ? null : Buffer.from(sent.value),
    headers: new Map(all),
  };
}

describe('an event on the bus', () => {
  test('is the data with every attribute as a header', () => {
    expect(encode(event)).toMatchObject({
      topic: 'minzheng.applications.v1',
      key: 'a1',
      value: data,
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: event.id,
        ce_type: event.type,
        ce_subject: 'a1',
        ce_sequence: '7',
        ce_partitionkey: 'a1',
        ce_divisioncode: '330302006',
      },
    });
  });

  test('comes back as it was', () => {
    const decoded = decode(arrived(encode(event)));
    expect(decoded).toEqual({
      ok: true,
      event: {
        ...event.headers,
        id: event.id,
        type: event.type,
        sequence: 7,
        partitionkey: 'a1',
        data: JSON.parse(data) as unknown,
      },
    });
  });

  test.each([
    ['no traceparent (row 55)', { ce_traceparent: undefined }],
    ['a traceparent of 100 kB (row 55)', { ce_traceparent: 'a'.repeat(100_000) }],
    ['a traceparent of zeros', { ce_traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` }],
    ['a traceparent that is no text', { ce_traceparent: Buffer.from([0xff, 0x00, 0xfe]) }],
  ])('%s: the trace is left out, the event is not', (_, headers) => {
    const decoded = decode(arrived(encode(event), headers));
    expect(decoded).toMatchObject({ ok: true, event: { id: event.id } });
    expect(decoded).not.toHaveProperty('event.traceparent');
  });

  test('without what can be told otherwise takes it from there', () => {
    const bare = {
      ce_partitionkey: undefined,
      ce_correlationid: undefined,
      ce_causationid: undefined,
      ce_personid: undefined,
    };
    expect(decode(arrived(encode(event), bare))).toMatchObject({
      ok: true,
      event: { partitionkey: 'a1', correlationid: event.id },
    });
  });

  test.each([
    ['of another version of CloudEvents', { ce_specversion: '2.0' }, 'specversion invalid_value'],
    ['without an id', { ce_id: undefined }, 'id invalid_type'],
    ['of year 10000 (row 51)', { ce_time: '+010000-01-01T00:00:00.000Z' }, 'time invalid_format'],
    ['with a time without a zone (row 51)', { ce_time: '2026-11-24T02:58:13.123' }, 'time invalid_format'],
    ['with sequence 0', { ce_sequence: '0' }, 'sequence invalid_format'],
    ['with sequence 1e3', { ce_sequence: '1e3' }, 'sequence invalid_format'],
    ['with a person that is no reference', { ce_personid: '王小明' }, 'personid invalid_format'],
  ])('%s is not read', (_, headers, err) => {
    expect(decode(arrived(encode(event), headers))).toMatchObject({ ok: false, class: 'schema', err });
  });

  test('larger than 1 MiB is refused by its size alone', () => {
    const large = { ...encode(event), value: Buffer.alloc(EVENT_LIMITS.bytes + 1, 0x20) };
    expect(decode(arrived(large))).toMatchObject({ ok: false, class: 'poison', err: 'too-large' });
  });

  test('that cannot be read says which field and which rule, never which value', () => {
    const secret = '33030219700101002X';
    const spoilt = { ...event, data: data.replace('"DB"', `"${secret}"`) };
    const decoded = decode(arrived(encode(spoilt), { ce_id: `evil ${secret}` }));
    expect(decoded).toMatchObject({ ok: false, class: 'schema', err: 'data.programme invalid_value' });
    expect(JSON.stringify(decoded)).not.toContain(secret);
  });

  test('whatever arrives, reading never throws', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
    const value = fc.option(
      fc.oneof(
        bytes,
        fc.json().map((text) => Buffer.from(text)),
      ),
    );
    const header = fc.tuple(fc.constantFrom(...Object.keys(encode(event).headers)), bytes);
    fc.assert(
      fc.property(value, fc.array(header), fc.boolean(), (body, headers, isOurs) => {
        const base = isOurs ? Object.entries(encode(event).headers).map(([n, v]) => [n, Buffer.from(v)] as const) : [];
        const record = { ...arrived(encode(event)), value: body, headers: new Map([...base, ...headers]) };
        expect(typeof decode(record).ok).toBe('boolean');
      }),
    );
  });
});
