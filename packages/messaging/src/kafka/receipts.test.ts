import { expect, test } from '@jest/globals';
import type { RecordMetadata } from 'kafkajs';
import { Receipts, SendIncomplete } from './receipts.ts';

const answer = (topicName: string, partition: number): RecordMetadata => ({ topicName, partition, errorCode: 0 });

function sentTo(...places: [string, number][]): Receipts {
  const receipts = new Receipts();
  for (const [topic, partition] of places) receipts.expect(topic, partition);
  return receipts;
}

test('a send is done when every partition has answered, however often', () => {
  const receipts = sentTo(['a', 0], ['a', 1], ['b', 0], ['a', 0]);
  expect(() => receipts.check([answer('b', 0), answer('a', 1), answer('a', 0), answer('a', 1)])).not.toThrow();
});

test.each([
  ['one partition is silent', [answer('a', 0), answer('b', 0)], /a has not acknowledged 1/],
  ['the same partition of another topic answers', [answer('a', 0), answer('b', 1), answer('b', 0)], /a .* 1/],
  ['nobody answers', [], /a has not acknowledged 0, 1/],
])('a send is in doubt when %s', (_, answers, words) => {
  const receipts = sentTo(['a', 0], ['a', 1], ['b', 0]);
  expect(() => receipts.check(answers)).toThrow(SendIncomplete);
  expect(() => receipts.check(answers)).toThrow(words);
});

test('the next send is not asked for the partitions of the last', () => {
  const receipts = sentTo(['a', 0]);
  receipts.clear();
  receipts.expect('a', 1);
  expect(() => receipts.check([answer('a', 1)])).not.toThrow();
});
