import { describe, expect, test } from '@jest/globals';
import type { OutboxRow } from '@minzheng/store';
import { cutSends, SEND_LIMITS } from './cut-sends.ts';

const row = (id: string, count: number, bytes = 10): OutboxRow => ({
  id,
  slot: 0,
  events: Array.from({ length: count }, (_, i) => ({
    id: `${id}-${i}`,
    topic: 't',
    key: 'k',
    type: 'x',
    seq: i + 1,
    headers: {},
    data: 'd'.repeat(bytes),
  })),
});
const ids = (sends: ReturnType<typeof cutSends>): string[] =>
  sends.flatMap(({ records }) => records.map(({ headers }) => String(headers['ce_id'])));

describe('rows are cut into sends', () => {
  test('small rows travel together, in order', () => {
    const [send, ...more] = cutSends([row('a', 2), row('b', 1)]);
    expect(more).toEqual([]);
    expect(send?.wholeRows).toEqual(['a', 'b']);
    expect(ids([send ?? { records: [], wholeRows: [] }])).toEqual(['a-0', 'a-1', 'b-0']);
  });

  test('a send has at most 1,000 messages, and a row that is cut counts as sent with its last part', () => {
    const sends = cutSends([row('a', 700), row('b', 700), row('c', 100)]);
    expect(sends.map(({ records, wholeRows }) => [records.length, wholeRows])).toEqual([
      [1_000, ['a']],
      [500, ['b', 'c']],
    ]);
  });

  test('a send stays below what a broker takes for one partition', () => {
    const sends = cutSends([row('a', 40, 100_000)]);
    expect(sends.map(({ records }) => records.length)).toEqual([8, 8, 8, 8, 8]);
    expect(sends.map(({ wholeRows }) => wholeRows)).toEqual([[], [], [], [], ['a']]);
    expect(ids(sends)).toHaveLength(40);
    expect(SEND_LIMITS.bytes).toBeLessThan(1_048_576);
  });

  test('nothing makes no send', () => {
    expect(cutSends([])).toEqual([]);
  });
});
