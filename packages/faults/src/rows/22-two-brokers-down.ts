import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const DOWN_MS = 20_000;
/** Of a second writer, which refuses as soon as so much waits that the first one still has room for. */
const SMALL_BUDGET = { OUTBOX_BUDGET_EVENTS: '100' };

/** One broker alone may acknowledge nothing; the outbox grows, and writers take more until it is past their budget. */
export const twoBrokersDown: Row = {
  number: 22,
  name: 'kafka: two of three brokers down for 20 s',
  brokers: 3,
  mostWriteGapMs: 5_000,
  run: async (bench) => {
    await bench.start('writer', SMALL_BUDGET);
    const load = await bench.startAll();
    expectThat(load.toldBusy === 0, 'a writer is busy before anything is broken');
    const down = bench.cluster.brokerNames.slice(0, 2).map((name) => bench.holdDown(bench.server(name)));
    await pause(DOWN_MS / 2);
    const before = load.acknowledged();
    await pause(DOWN_MS / 2);
    expectThat(load.acknowledged() > before, 'writes are refused although only Kafka is away');
    const unsent = await bench.database('writer').collection('outbox').countDocuments({ st: 0 });
    bench.note(`${unsent} rows waited in the outbox`);
    expectThat(unsent > 0, 'the outbox is empty although one broker alone may acknowledge nothing');
    bench.note(`${load.toldBusy} requests were told by the smaller writer to come back later`);
    expectThat(load.toldBusy > 0, 'a writer whose budget is spent goes on');
    for (const up of down) up();
  },
};
