import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { secondariesOf } from '../who-is.ts';

/** A majority is left: no client may notice. */
export const killSecondary: Row = {
  number: 3,
  name: 'mongod: kill -9 one secondary',
  mongods: 3,
  mostWriteGapMs: 2_000,
  run: async (bench) => {
    const load = await bench.startAll();
    const [name = ''] = await secondariesOf(bench.cluster);
    bench.kill(bench.server(name));
    await pause(10_000);
    const troubled = load.history.operations.filter(({ lastError }) => lastError !== undefined);
    expectThat(troubled.length === 0, `${troubled.length} clients noticed: ${troubled[0]?.lastError}`);
  },
};
