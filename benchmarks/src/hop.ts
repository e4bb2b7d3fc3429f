import { newName } from './benchmark.ts';
import type { Bed, Benchmark } from './benchmark.ts';
import { bareConsumer, bareProducer, makeTopic } from './chain/bare-kafka.ts';
import { bareDatabase } from './chain/bare-mongo.ts';
import { chunksOf } from './chain/facts.ts';
import { openOurChain } from './chain/our-chain.ts';
import { quantile } from './statistics.ts';
import type { Trial } from './trial.ts';
import { interleaved, timed, warm } from './way.ts';
import type { Way } from './way.ts';

const PERIOD_MS = 50;
const TURN = 20;
const ALLOWED_TIMES = 2;
const ALLOWED_MORE_MS = 10;

const nothing = (): Promise<void> => Promise.resolve();

export const hop: Benchmark = {
  about: 'commit → effect in another service at 20/s; beside it a bare hop and two bare majority transactions',
  n: 200,
  run: async (bed, n) => {
    const ways = { ours: await ourHop(bed), bare: await bareHop(bed), pair: await transactionPair(bed) };
    try {
      for (const way of Object.values(ways)) await warm(way, TURN);
      const pace = { n, turn: TURN, periodMs: PERIOD_MS };
      const [usedMicros = 0] = await interleaved(bed.cpu, [ways.ours, ways.bare, ways.pair], pace);
      return [trial(ways.ours.timesMs, ways.bare.timesMs, ways.pair.timesMs, usedMicros)];
    } finally {
      for (const way of Object.values(ways)) await way.end();
    }
  },
};

function trial(
  ours: readonly number[],
  bareHops: readonly number[],
  pairs: readonly number[],
  usedMicros: number,
): Trial {
  const p99 = quantile(ours, 0.99);
  const floorP99 = quantile(bareHops, 0.99) + quantile(pairs, 0.99);
  const allowed = ALLOWED_TIMES * floorP99 + ALLOWED_MORE_MS;
  return {
    name: 'hop',
    n: ours.length,
    value: p99,
    unit: 'ms',
    cpuMicrosPerItem: usedMicros / ours.length,
    floor: { value: floorP99 },
    ratio: p99 / floorP99,
    isMet: p99 <= allowed,
    details: {
      p50: quantile(ours, 0.5),
      hopP50: quantile(bareHops, 0.5),
      hopP99: quantile(bareHops, 0.99),
      pairP50: quantile(pairs, 0.5),
      pairP99: quantile(pairs, 0.99),
      allowedP99: allowed,
    },
  };
}

async function ourHop(bed: Bed): Promise<Way> {
  const chain = await openOurChain(bed, 1);
  chain.relay();
  chain.consume();
  return timed(
    nothing,
    async () => {
      const ids = chunksOf(1, 1).flat();
      const arrived = chain.log.untilAll(ids);
      await chain.submit(ids);
      await arrived;
    },
    () => chain.end(),
  );
}

async function bareHop(bed: Bed): Promise<Way> {
  const topic = newName();
  await makeTopic(bed, topic);
  const producer = await bareProducer(bed, topic);
  const waiting = new Map<string, () => void>();
  const consumer = await bareConsumer(bed, topic, (messages) => {
    for (const { key } of messages) waiting.get(String(key))?.();
  });
  return timed(
    nothing,
    async () => {
      const key = newName();
      const arrived = new Promise<void>((resolve) => waiting.set(key, resolve));
      await producer.send([{ key, value: '{}' }]);
      await arrived;
      waiting.delete(key);
    },
    async () => {
      await producer.close();
      await consumer.disconnect();
    },
  );
}

/** What a service commits and what another one commits because of it: two documents each. */
async function transactionPair(bed: Bed): Promise<Way> {
  const database = await bareDatabase(bed);
  await database.ensure('states', 'outbox');
  const one = (): Promise<void> =>
    database.transaction(async (session) => {
      await database.collection('states').insertOne({ _id: crypto.randomUUID() }, { session });
      await database.collection('outbox').insertOne({ _id: crypto.randomUUID() }, { session });
    });
  return timed(
    nothing,
    async () => {
      await one();
      await one();
    },
    () => database.end(),
  );
}
