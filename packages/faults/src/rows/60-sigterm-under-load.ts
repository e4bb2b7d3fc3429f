import { readFileSync } from 'node:fs';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const TIMES = 100;
const MOST_EXIT_MS = 20_000;

/** A hundred orderly ends under load, of writer and reader in turn; each begins again where it left. */
export const sigtermUnderLoad: Row = {
  number: 60,
  name: 'SIGTERM under load, 100 times',
  run: async (bench) => {
    await bench.startAll({ everyMs: 50 });
    await Promise.all([bench.start('writer'), bench.start('reader')]);
    let slowestMs = 0;
    for (let time = 0; time < TIMES; time += 1) {
      const [victim] = bench.services;
      if (victim === undefined) return;
      const kind = victim.name.startsWith('writer') ? 'writer' : 'reader';
      const tookMs = await bench.inject(`SIGTERM ${kind}`, () => bench.end(victim));
      slowestMs = Math.max(slowestMs, tookMs);
      const log = readFileSync(victim.logFile, 'utf8');
      expectThat(!log.includes('fault that nobody caught'), `${victim.name} met a fault that nobody caught`);
      await bench.start(kind);
    }
    expectThat(slowestMs < MOST_EXIT_MS, `an exit took ${Math.round(slowestMs)} ms`);
    bench.note(`slowest exit ${Math.round(slowestMs)} ms`);
  },
};
