import { connect } from 'node:net';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { TOPIC } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { openBrokerWires } from '../injectors/broker-wires.ts';
import type { BrokerWires } from '../injectors/broker-wires.ts';
import { ownProducer } from '../injectors/own-producer.ts';
import type { Sender } from '../injectors/own-producer.ts';
import { readLog } from '../read-log.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { submitted } from '../submitted.ts';

const RAW_ROUNDS = 12;
const OUR_ROUNDS = 4;
const RAW_TIMEOUT_MS = 500;
/** Our own requests time out after 5 s. */
const OUR_DELAY_MS = 5_500;

type Send = Sender['send'];

/**
 * The answer to a produce request comes after its timeout, while other callers are sending. kafkajs alone rolls its sequence back and
 * takes a later message for a repeated one: acknowledged, and not in the log. Through our producer every acknowledged one is there.
 */
export const overlappingSends: Row = {
  number: 26,
  name: 'produce answers late while others send',
  run: async (bench) => {
    let delayMs = 0;
    const wires = await openBrokerWires(bench.cluster, { delayMs: () => delayMs });
    const late = async (ms: number, work: () => Promise<void>): Promise<void> => {
      delayMs = ms;
      const timer = setTimeout(() => (delayMs = 0), ms);
      await work();
      clearTimeout(timer);
      delayMs = 0;
    };
    try {
      const raw = await rawProducer(bench, wires);
      const rawAcked = await overlap('raw', RAW_ROUNDS, raw.send, (work) => late(RAW_TIMEOUT_MS * 1.5, work));
      await raw.close();
      const ours = ownProducer(bench, wires);
      const ourAcked = await overlap('ours', OUR_ROUNDS, ours.send, (work) => late(OUR_DELAY_MS, work));
      await ours.close();
      bench.inject(`${RAW_ROUNDS + OUR_ROUNDS} late answers`, () => undefined);
      const { log } = await readLog(bench.bus, TOPIC);
      const there = new Set(log.map(({ key }) => key?.toString()));
      const missing = (acked: readonly string[]): number => acked.filter((key) => !there.has(key)).length;
      const rawMissing = missing(rawAcked);
      const ourMissing = missing(ourAcked);
      bench.note(`raw kafkajs: ${rawMissing} of ${rawAcked.length} acknowledged are not in the log`);
      bench.note(`ours: ${ourMissing} of ${ourAcked.length}`);
      expectThat(ourMissing === 0, 'our producer lost what was acknowledged');
      expectThat(ourAcked.length === OUR_ROUNDS * 3, 'our producer did not get everything acknowledged');
      expectThat(rawMissing > 0, "kafkajs's defect did not show itself");
    } finally {
      await wires.close();
    }
    await bench.startAll();
  },
};

/** Each round sends three at once; gives the keys of those that were acknowledged. */
async function overlap(
  name: string,
  rounds: number,
  send: Send,
  lately: (work: () => Promise<void>) => Promise<void>,
): Promise<string[]> {
  const acked: string[] = [];
  await send(submitted(`${name}-warm`, 1));
  for (let round = 0; round < rounds; round += 1) {
    await lately(async () => {
      const keys = ['a', 'b', 'c'].map((letter) => `${name}-${round}-${letter}`);
      const sends = keys.map(async (key) => {
        await send(submitted(key, 1));
        acked.push(key);
      });
      await Promise.allSettled(sends);
    });
  }
  return acked;
}

/** kafkajs as its own documents set it up for "exactly once". One partition, so that all share one sequence. */
async function rawProducer(bench: Bench, wires: BrokerWires): Promise<Sender> {
  const kafka = new Kafka({
    clientId: 'raw',
    brokers: [...bench.cluster.brokerAddresses],
    requestTimeout: RAW_TIMEOUT_MS,
    enforceRequestTimeout: true,
    logLevel: logLevel.NOTHING,
    socketFactory: ({ host, port, onConnect }) => connect(wires.route({ host, port }), onConnect),
  });
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    send: ({ key, value, headers }) =>
      producer.send({ topic: bench.topic, acks: -1, messages: [{ key, value, headers, partition: 0 }] }),
    close: () => producer.disconnect(),
  };
}
