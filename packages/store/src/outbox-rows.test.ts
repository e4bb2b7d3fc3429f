import { describe, expect, test } from '@jest/globals';
import { DivisionCode, Instant, PersonId } from '@minzheng/types';
import type { Kind } from './kind.ts';
import { outboxRows } from './outbox-rows.ts';
import type { NumberedEvent, Publication } from './outbox-rows.ts';
import { ulid } from './ulid.ts';

const time = Instant.parse('2026-11-24T02:58:13.123Z');
const publication: Publication = { source: 'https://x/services/y', time, nowMs: 1_000, slots: 1, floor: undefined };
const kind = { name: 'accounts' } as Kind;

const event = (seq: number, json = '{}', more: Partial<NumberedEvent> = {}): NumberedEvent => ({
  kind,
  seq,
  json,
  event: { type: 't', topic: 'minzheng.y.v1', key: 'k', subject: 'k', data: {} },
  cause: { viewer: 'system', actor: 'job:x', correlationId: 'c1' },
  ...more,
});

describe('the outbox rows of a commit', () => {
  test('are none without events', () => {
    expect(outboxRows([], publication)).toEqual([]);
  });

  test('carry every attribute that is known and none that is not', () => {
    const full = event(1, '{}', {
      event: {
        ...event(1).event,
        personId: PersonId.parse('p1'),
        divisionCode: DivisionCode.parse('330302'),
      },
      cause: { ...event(1).cause, causationId: 'e0', traceparent: '00-a-b-01' },
    });
    const [row] = outboxRows([event(1), full], publication);
    const basic = { source: 'https://x/services/y', subject: 'k', time, correlationid: 'c1' };
    expect(row?.events.map(({ headers }) => headers)).toEqual([
      basic,
      { ...basic, causationid: 'e0', personid: 'p1', divisioncode: '330302', traceparent: '00-a-b-01' },
    ]);
    expect(new Set(row?.events.map(({ id }) => id)).size).toBe(2);
  });

  test('have rising ids above what the aggregates have seen, though the clock stands behind it', () => {
    const floor = ulid(9_000_000_000_000);
    const rows = outboxRows(
      Array.from({ length: 2_001 }, (_, i) => event(i + 1)),
      { ...publication, floor },
    );
    expect(rows.map(({ n }) => n)).toEqual([1_000, 1_000, 1]);
    const ids = [floor, ...rows.map((row) => row['_id'])];
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(new Set(ids).size).toBe(4);
  });

  test('stay far below the size of a document', () => {
    const large = 'x'.repeat(900_000);
    const rows = outboxRows(
      Array.from({ length: 10 }, (_, i) => event(i + 1, large)),
      publication,
    );
    expect(rows.map(({ n }) => n)).toEqual([4, 4, 2]);
  });
});
