import { openBrokerWires } from '../injectors/broker-wires.ts';
import { ownProducer } from '../injectors/own-producer.ts';
import { produceErrors } from '../injectors/produce-errors.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { TOPIC } from '../bench.ts';
import { readLog } from '../read-log.ts';
import { submitted } from '../submitted.ts';

const OUT_OF_ORDER_SEQUENCE = 45;
const SENDS = 60;
const EVERY = 6;

/** The broker says that a number is missing before these messages: the producer begins anew under another id and sends them again. */
export const sequenceGap: Row = {
  number: 27,
  name: "a broker finds a gap in a producer's sequence",
  run: async (bench) => {
    let isArmed = false;
    const next = (): number | undefined => {
      const code = isArmed ? OUT_OF_ORDER_SEQUENCE : undefined;
      isArmed = false;
      return code;
    };
    await bench.start('reader');
    const wires = await openBrokerWires(bench.cluster, { forger: () => produceErrors(next) });
    const producer = ownProducer(bench, wires);
    try {
      for (let number = 0; number < SENDS; number += 1) {
        if (number % EVERY === 0) bench.inject('out of order sequence', () => (isArmed = true));
        await producer.send(submitted(`gap-${number}`, 1));
      }
      await bench.until('every event has its effect', 30_000, async () => (await bench.effects()).size === SENDS);
      const { log } = await readLog(bench.bus, TOPIC);
      const effects = [...(await bench.effects()).values()];
      bench.note(`${log.length - SENDS} sent again`);
      expectThat(
        effects.every((count) => count === 1),
        'an event had its effect twice',
      );
      expectThat(log.length === SENDS + SENDS / EVERY, `${log.length} records, ${SENDS + SENDS / EVERY} expected`);
    } finally {
      await producer.close();
      await wires.close();
    }
    await bench.start('writer');
    await bench.load();
  },
};
