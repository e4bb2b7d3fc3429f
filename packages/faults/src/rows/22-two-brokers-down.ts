import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const DOWN_MS = 20_000;

/** One broker alone may acknowledge nothing; the outbox grows, and writers notice nothing. */
export const twoBrokersDown: Row = {
  number: 22,
  name: 'kafka: two of three brokers down for 20 s',
  brokers: 3,
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    const load = await bench.startAll();
    const down = bench.cluster.brokerNames.slice(0, 2).map((name) => bench.holdDown(bench.server(name)));
    await pause(DOWN_MS / 2);
    const before = load.acknowledged();
    await pause(DOWN_MS / 2);
    expectThat(load.acknowledged() > before, 'writes are refused although only Kafka is away');
    const unsent = await bench.database('writer').collection('outbox').countDocuments({ st: 0 });
    bench.note(`${unsent} rows waited in the outbox`);
    expectThat(unsent > 0, 'the outbox is empty although one broker alone may acknowledge nothing');
    for (const up of down) up();
  },
};
