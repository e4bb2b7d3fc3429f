import { expect, test } from '@jest/globals';
import { summarise } from './summary.ts';
import type { Trial } from './trial.ts';

const from = { machine: 'm', kernel: 'k', node: 'n', commit: 'c', at: 'now' };
const trial = (more: Partial<Trial>): Trial => ({ name: 'hop', n: 10, value: 1, unit: 'ms', ...more });

test('the worst time is the longest, the worst throughput the least, beside the medians', () => {
  const times = [3, 1, 2].map((value) => trial({ value, ratio: value, isMet: value < 3 }));
  const rates = [3, 1, 2].map((value) => trial({ value, unit: 'items/s' }));
  expect(summarise(times, '', from)).toMatchObject({ value: 2, worst: 3, ratio: 2, worstRatio: 3, met: 2, runs: 3 });
  expect(summarise(rates, '', from)).toMatchObject({ value: 2, worst: 1 });
});

test('of a share of throughput the least is the worst', () => {
  const shares = [0.9, 0.7, 0.8].map((ratio) => trial({ name: 'poison', unit: 'items/s', ratio }));
  expect(summarise(shares, '', from)).toMatchObject({ ratio: 0.8, worstRatio: 0.7 });
});

test('what was not measured is not claimed', () => {
  const summary = summarise([trial({})], '', from);
  for (const field of ['ratio', 'floor', 'cpuMicrosPerItem', 'met', 'details'])
    expect(summary).not.toHaveProperty(field);
});
