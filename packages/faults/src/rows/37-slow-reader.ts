import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const SLOW_MS = 100;
const MOST_GROWTH_MB = 100;

/** It falls behind, and neither its own memory nor the writers feel it; the next one, as fast as usual, catches up. */
export const slowReader: Row = {
  number: 37,
  name: 'a reader ten times too slow',
  mostWriteGapMs: 3_000,
  run: async (bench) => {
    const [, slow] = await Promise.all([bench.start('writer'), bench.start('reader', { SLOW_MS: String(SLOW_MS) })]);
    const load = await bench.load();
    const pid = slow.pid() ?? 0;
    const before = residentMb(pid);
    bench.inject(`${SLOW_MS} ms an event`, () => undefined);
    await pause(20_000);
    const growth = residentMb(pid) - before;
    const owed = load.acknowledged() - [...(await bench.effects()).values()].reduce((sum, one) => sum + one, 0);
    bench.note(`${owed} behind, memory +${growth} MB`);
    expectThat(owed > 0, 'it has not fallen behind');
    expectThat(growth < MOST_GROWTH_MB, `its memory has grown by ${growth} MB`);
    await bench.end(slow);
    await bench.start('reader');
  },
};

const residentMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024);
