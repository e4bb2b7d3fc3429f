import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const KILLS = 12;
const EVERY_MS = 5_000;

/** The 60-second form: a service at random is killed every five seconds and started again by its supervisor. */
export const randomKills: Row = {
  number: 56,
  name: 'kill -9 a service at random every 5 s, 60 s',
  run: async (bench) => {
    await bench.start('writer');
    await bench.start('reader');
    await bench.startAll();
    for (let count = 0; count < KILLS; count += 1) {
      const alive = bench.services.filter((service) => service.pid() !== undefined);
      const victim = alive[Math.floor(bench.random() * alive.length)];
      if (victim !== undefined) bench.kill(victim);
      await pause(EVERY_MS);
    }
    expectThat(
      bench.services.some((service) => service.ends() > 0),
      'nothing was killed',
    );
  },
};
