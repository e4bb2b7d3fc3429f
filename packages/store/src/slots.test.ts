import { expect, test } from '@jest/globals';
import { isBulkTopic, slotOfEvent, slotsOf } from './slots.ts';

test('the two lanes share no slot, and together have all', () => {
  expect([...slotsOf('main', 3), ...slotsOf('bulk', 3)]).toEqual([0, 1, 2, 3, 4, 5]);
});

test.each([
  ['minzheng.payments.v1', 'main'],
  ['minzheng.payments.bulk.v1', 'bulk'],
  ['minzheng.payments.bulk.v12', 'bulk'],
  ['minzheng.bulk.v1.more', 'main'],
] as const)('an event of %s is published from a slot of the %s lane', (topic, lane) => {
  expect(isBulkTopic(topic)).toBe(lane === 'bulk');
  for (let i = 0; i < 100; i += 1) expect(slotsOf(lane, 8)).toContain(slotOfEvent({ key: `k${i}`, topic }, 8));
});
