import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { primaryOf, secondariesOf } from '../who-is.ts';

const DOWN_MS = 12_000;

/** Without a majority nothing may be acknowledged; the primary steps down, and all heals by itself. */
export const killBothSecondaries: Row = {
  number: 4,
  name: 'mongod: both secondaries down for 12 s',
  mongods: 3,
  run: async (bench) => {
    const load = await bench.startAll();
    const down = (await secondariesOf(bench.cluster)).map((name) => bench.holdDown(bench.server(name)));
    await pause(DOWN_MS / 2);
    const before = load.acknowledged();
    const isPrimary = await primaryOf(bench.cluster).catch(() => undefined);
    expectThat(isPrimary === undefined, 'a primary without a majority has not stepped down');
    await pause(DOWN_MS / 2);
    expectThat(load.acknowledged() === before, 'a write was acknowledged without a majority');
    for (const up of down) up();
    await bench.until('writes again', 60_000, () => load.acknowledged() > before);
  },
};
