import { expect, jest, test } from '@jest/globals';
import { benchmarks } from '../src/benchmarks.ts';
import { poison } from '../src/poison.ts';
import type { Bed, Benchmark } from '../src/benchmark.ts';
import { cpuMeter } from '../src/cpu-meter.ts';
import { runBenchmark } from '../src/run-benchmark.ts';

jest.setTimeout(120_000);

const bed: Bed = {
  brokers: (process.env['MINZHENG_TEST_KAFKA'] ?? '').split(','),
  mongodbUri: process.env['MINZHENG_TEST_MONGODB'] ?? '',
  redisUrl: process.env['MINZHENG_TEST_REDIS'] ?? '',
  cpu: cpuMeter(() => []),
};
const from = { machine: 'm', kernel: 'k', node: 'n', commit: 'c', at: 'now' };

/** Where each waits for its turn in a slow steady stream, fewer tell as much. */
const fewer: Readonly<Record<string, number>> = { submit: 20 };

test.each(Object.entries<Benchmark>(benchmarks))(
  '%s carries everything to its end and says what it found',
  async (name, benchmark) => {
    const told: string[] = [];
    const tell = (line: string): void => void told.push(line);
    const summaries = await runBenchmark(bed, benchmark, { n: fewer[name] ?? 200, runs: 1, servers: '', from, tell });
    expect(summaries.length).toBeGreaterThan(0);
    expect(told).toHaveLength(2 * summaries.length);
    for (const summary of summaries) {
      expect(summary.name.split('/')[0]).toBe(name);
      expect(summary.value).toBeGreaterThan(0);
      expect(summary.cpuMicrosPerItem).toBeGreaterThan(0);
      expect(summary.ratio === undefined).toBe(summary.floor === undefined);
    }
  },
);

test('every poisoned message is redriven, and those that only waited for a mended reaction have their effect', async () => {
  const [found] = await poison.run(bed, 400);
  expect(found?.details).toMatchObject({ redriven: 1, restored: 1 });
});
