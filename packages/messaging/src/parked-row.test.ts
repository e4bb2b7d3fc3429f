import { describe, expect, test } from '@jest/globals';
import { deadCopy, owesCopy } from './dead-copy.ts';
import { failedAgain, laneKey, parkedRow, recordOf } from './parked-row.ts';
import { redriven } from './redrive.ts';
import type { IncomingRecord } from './record.ts';

const pace = { nowMs: () => 1_000_000, monotonicMs: () => 0, sleep: () => Promise.resolve(), random: () => 0.5 };
const record: IncomingRecord = {
  topic: 'minzheng.people.v1',
  partition: 2,
  offset: 41,
  key: Buffer.from('p1'),
  value: Buffer.from([0x7b, 0xff]),
  headers: new Map([['ce_type', Buffer.from([0xfe, 0x41])]]),
};
const bug = { class: 'bug', err: 'TypeError', eventId: 'e1' } as const;
const MINUTE_MS = 60_000;

describe('a parked message', () => {
  test('keeps every byte of itself', () => {
    expect(recordOf(parkedRow('payments', record, bug, pace))).toEqual(record);
    const bare = { ...record, key: null, value: null, headers: new Map<string, Buffer>() };
    expect(recordOf(parkedRow('payments', bare, bug, pace))).toEqual(bare);
  });

  test('holds up its key within its topic only, and without a key nothing but itself', () => {
    expect(laneKey(record)).toBe('minzheng.people.v1|p1');
    expect(laneKey({ ...record, key: null })).toBe('minzheng.people.v1|#2-41');
  });

  test('is tried after 1 m, 10 m, 1 h, 6 h, 24 h, and then owes a copy to the dead topic', () => {
    let row = parkedRow('payments', record, bug, pace);
    const minutes = [row.nextAt];
    for (let i = 0; i < 5; i += 1) {
      expect(owesCopy(row)).toBe(false);
      row = failedAgain(row, bug, pace);
      minutes.push(row.nextAt);
    }
    expect(minutes.map((at) => (at - 1_000_000) / MINUTE_MS)).toEqual([1, 10, 60, 360, 1_440, 0]);
    expect([row.attempts, owesCopy(row)]).toEqual([5, true]);
  });

  test('comes back within 20 % of the hour, not all at once', () => {
    const early = parkedRow('payments', record, bug, { ...pace, random: () => 0 });
    const late = parkedRow('payments', record, bug, { ...pace, random: () => 0.999_999 });
    expect([early.nextAt, late.nextAt].map((at) => at - 1_000_000)).toEqual([48_000, 72_000]);
  });

  test.each(['poison', 'schema', 'unsupported'] as const)('of class %s owes its copy at once, and once', (kind) => {
    const row = parkedRow('payments', record, { class: kind, err: 'x' }, pace);
    expect([row.nextAt, owesCopy(row)]).toEqual([1_000_000, true]);
    expect(owesCopy({ ...row, nextAt: row.nextAt + MINUTE_MS })).toBe(false);
  });

  test('that was behind another and is poison itself owes its copy as soon as that is seen', () => {
    const behind = parkedRow('payments', record, { class: 'behind', err: 'behind' }, pace);
    const later = { ...pace, nowMs: () => 5_000_000 };
    const seen = failedAgain(behind, { class: 'poison', err: 'malformed-json' }, later);
    expect([seen.attempts, owesCopy(seen)]).toEqual([0, true]);
    const failing = failedAgain(behind, bug, later);
    expect([failing.attempts, failing.nextAt, owesCopy(failing)]).toEqual([0, 5_000_000 + MINUTE_MS, false]);
  });

  test('that is redriven is due with all its retries, and does not forget a copy that it owes', () => {
    const tired = failedAgain(failedAgain(parkedRow('payments', record, bug, pace), bug, pace), bug, pace);
    expect(redriven({ ...tired, st: 2 }, 7_000_000)).toMatchObject({ st: 1, attempts: 0, nextAt: 7_000_000 });
    const poison = parkedRow('payments', record, { class: 'poison', err: 'empty' }, pace);
    expect(owesCopy(redriven(poison, 7_000_000))).toBe(true);
    expect(owesCopy(redriven({ ...poison, nextAt: poison.nextAt + MINUTE_MS }, 7_000_000))).toBe(false);
  });

  test('on the dead topic says where it came from and why, beside what it was', () => {
    expect(deadCopy(parkedRow('payments.bulk', record, bug, pace))).toEqual({
      topic: 'payments.bulk.dead',
      key: record.key,
      value: record.value,
      headers: {
        ce_type: Buffer.from([0xfe, 0x41]),
        dead_group: 'payments.bulk',
        dead_topic: 'minzheng.people.v1',
        dead_partition: '2',
        dead_offset: '41',
        dead_class: 'bug',
        dead_err: 'TypeError',
        dead_attempts: '0',
      },
    });
  });
});
