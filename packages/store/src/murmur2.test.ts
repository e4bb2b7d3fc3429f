import { describe, expect, test } from '@jest/globals';
import { murmur2, slotOf } from './murmur2.ts';

describe('murmur2', () => {
  test.each([
    // Apache Kafka, UtilsTest.testMurmur2
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
    // kafkajs 2.2.4, src/producer/partitioners/default/murmur2.js
    ['', 275646681],
    ['民政', 1975724232],
    ['𠮷', -1163719046],
    ['01jdkq9v0000000000000000aa', -146137510],
    ['x', 2121525046],
    ['ab', 316155434],
  ])('of %j is %d', (key, hash) => {
    expect(murmur2(key)).toBe(hash);
    expect(murmur2(Buffer.from(key))).toBe(hash);
  });
});

test('every key has one slot, and all slots are used', () => {
  const used = new Set(Array.from({ length: 1_000 }, (_, i) => slotOf(`key-${i}`, 8)));
  expect([...used].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(slotOf('anything', 1)).toBe(0);
});
