import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { expectSetAside } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

const ERRORS = 8;

/** kafkajs counts retries for a process's whole life; errors of ours must never reach its counter. */
export const unrelatedErrors: Row = {
  number: 40,
  name: 'eight unrelated errors of reactions',
  run: async (bench) => {
    await bench.startAll();
    for (let error = 0; error < ERRORS; error += 1) {
      await expectSetAside(bench, `error ${error + 1}`, 'bug', [submitted(`bug-${error}`, 1)]);
      await pause(500);
    }
    bench.notes.length = 0;
    const replaced = bench.services.filter(({ logFile }) =>
      readFileSync(logFile, 'utf8').includes('consumer replaced'),
    );
    expectThat(replaced.length === 0, 'the consumer was replaced');
  },
};
