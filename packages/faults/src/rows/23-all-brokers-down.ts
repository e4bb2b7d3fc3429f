import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const DOWN_MS = 60_000;

/** Kafka is gone for a minute (ten in the full form): the door stays open, and what has waited drains afterwards. */
export const allBrokersDown: Row = {
  number: 23,
  name: 'kafka: all brokers down for 60 s',
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    const load = await bench.startAll();
    const down = bench.cluster.brokerNames.map((name) => bench.holdDown(bench.server(name)));
    await pause(DOWN_MS / 2);
    const before = load.acknowledged();
    await pause(DOWN_MS / 2);
    expectThat(load.acknowledged() > before, 'writes are refused although only Kafka is away');
    expectThat(
      bench.services.every((service) => service.ends() === 0),
      'a process ended because Kafka was away',
    );
    for (const up of down) up();
  },
};
