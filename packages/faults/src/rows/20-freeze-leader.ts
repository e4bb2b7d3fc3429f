import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { leaderOf } from '../who-is.ts';

const FROZEN_MS = 30_000;

/** kafkajs alone stalls for as long as the leader is frozen; ours must be through before it wakes. */
export const freezeLeader: Row = {
  number: 20,
  name: 'kafka: SIGSTOP a partition leader for 30 s',
  brokers: 3,
  mostWriteGapMs: 5_000,
  mostEffectGapMs: 20_000,
  run: async (bench) => {
    const load = await bench.startAll();
    const thaw = bench.freeze(bench.server(await leaderOf(bench.cluster, bench.topic, 0)));
    await pause(FROZEN_MS - 2_000);
    const owed = load.acknowledged();
    const effects = [...(await bench.effects()).values()].reduce((sum, one) => sum + one, 0);
    bench.note(`${owed - effects} effects owed while frozen`);
    await pause(2_000);
    thaw();
    expectThat(bench.effectGapMs() < FROZEN_MS, 'nothing had its effect while the leader was frozen');
    await pause(5_000);
  },
};
