import { setTimeout as pause } from 'node:timers/promises';
import { encode, redrive } from '@minzheng/messaging';
import type { OutgoingRecord } from '@minzheng/messaging';
import { ulid } from '@minzheng/store';
import { systemClocks } from '@minzheng/types';
import type { Bed, Benchmark } from './benchmark.ts';
import { applicationOf, submitted } from './chain/facts.ts';
import { GROUP, openOurChain } from './chain/our-chain.ts';
import type { OurChain } from './chain/our-chain.ts';
import { measured } from './measured.ts';
import type { Measured } from './measured.ts';
import { quantile } from './statistics.ts';
import type { Trial } from './trial.ts';

const PARTITIONS = 6;
const ONE_IN = 100;
const SEND = 1_000;
const LEAST_SHARE = 0.8;
const PARKED_WITHIN_MS = 1_000;
const ALLOWED_TIMES = 2;
const ALLOWED_MORE_MS = 10;
/** The steady stream, in which latencies mean something: far below what the group can take. */
const STEADY_PER_TICK = 10;
const TICK_MS = 50;
const STEADY_SHARE = 0.05;
const REDRIVE_POLL_MS = 100;

/** One message of the stream, and what is wrong with it: nobody can read it, or the reaction fails on it until it is mended. */
interface Planned {
  readonly id: string;
  readonly fault: 'none' | 'unreadable' | 'failing';
}

interface Stream {
  readonly backlog: Measured;
  readonly neighboursP99Ms: number;
  readonly parkedMs: readonly number[];
}

export const poison: Benchmark = {
  about: 'one message in a hundred is poison, keys distinct; the ratio is of throughput with and without',
  n: 100_000,
  run: async (bed, n) => {
    const without = await withChain(bed, (chain) => streamed(bed, chain, n, false));
    const { stream, redriven, restored } = await withChain(bed, async (chain, mend) => {
      const poisoned = await streamed(bed, chain, n, true);
      return { stream: poisoned, ...(await redriveAll(chain, mend)) };
    });
    return [trial(n, without, stream, redriven, restored)];
  },
};

function trial(n: number, without: Stream, stream: Stream, redriven: number, restored: number): Trial {
  const ratio = stream.backlog.perSecond / without.backlog.perSecond;
  const parkedWorst = Math.max(...stream.parkedMs);
  const p99Allowed = ALLOWED_TIMES * without.neighboursP99Ms + ALLOWED_MORE_MS;
  const isInTime = stream.neighboursP99Ms <= p99Allowed && parkedWorst <= PARKED_WITHIN_MS;
  return {
    name: 'poison',
    n,
    value: stream.backlog.perSecond,
    unit: 'items/s',
    cpuMicrosPerItem: stream.backlog.cpuMicrosPerItem,
    floor: { value: without.backlog.perSecond, cpuMicrosPerItem: without.backlog.cpuMicrosPerItem },
    ratio,
    isMet: ratio >= LEAST_SHARE && isInTime && redriven === 1 && restored === 1,
    details: {
      neighboursP99: stream.neighboursP99Ms,
      neighboursP99Without: without.neighboursP99Ms,
      parkedP99: quantile(stream.parkedMs, 0.99),
      parkedWorst,
      redriven,
      restored,
    },
  };
}

async function withChain<T>(bed: Bed, work: (chain: OurChain, mend: () => void) => Promise<T>): Promise<T> {
  let isMended = false;
  const chain = await openOurChain(bed, PARTITIONS, ({ subject }) => {
    if (subject.startsWith('failing') && !isMended) throw new TypeError('a reaction that is not mended yet');
  });
  try {
    return await work(chain, () => {
      isMended = true;
    });
  } finally {
    await chain.end();
  }
}

async function streamed(bed: Bed, chain: OurChain, n: number, hasPoison: boolean): Promise<Stream> {
  const producer = await chain.bus.openProducer();
  const planned = plan(n, hasPoison);
  for (let i = 0; i < n; i += SEND) await producer.send(planned.slice(i, i + SEND).map(recordOf));
  const backlog = await measured(bed, n, async () => {
    chain.consume();
    await settled(chain, planned);
  });
  const before = chain.log.parked.size;
  const steady = plan(Math.max(2 * ONE_IN, Math.ceil(n * STEADY_SHARE)), hasPoison);
  const sentMs = await sendSteadily(steady, (some) => producer.send(some));
  await settled(chain, [...planned, ...steady]);
  await producer.close();
  const latencies = steady.flatMap(({ id }) => latencyOf(chain.log.effects.get(id), sentMs.get(id)));
  return { backlog, neighboursP99Ms: quantile(latencies, 0.99), parkedMs: await parkedMs(chain, before, sentMs) };
}

function settled(chain: OurChain, planned: readonly Planned[]): Promise<void> {
  const { effects, parked } = chain.log;
  const count = planned.length;
  return chain.log.until(() => effects.size + parked.size >= count);
}

function plan(n: number, hasPoison: boolean): Planned[] {
  return Array.from({ length: n }, (_, i) => {
    const isPoison = hasPoison && i % ONE_IN === 0;
    const kind = i % (2 * ONE_IN) === 0 ? 'unreadable' : 'failing';
    const fault = isPoison ? kind : 'none';
    return { id: `${fault}-${crypto.randomUUID()}`, fault };
  });
}

function recordOf({ id, fault }: Planned): OutgoingRecord {
  const { type, topic, key, subject, data } = submitted(applicationOf(id));
  const headers = { source: 'https://minzheng.org/services/applications', subject, time: '2026-11-24T00:00:00.000Z' };
  const value = fault === 'unreadable' ? '{bad json' : JSON.stringify(data);
  const event = { id: ulid(systemClocks.machine.nowMs()), topic, key, type, seq: 1, data: value };
  return encode({ ...event, headers: { ...headers, correlationid: 'benchmark' } });
}

async function sendSteadily(
  planned: readonly Planned[],
  send: (records: OutgoingRecord[]) => Promise<void>,
): Promise<Map<string, number>> {
  const sentMs = new Map<string, number>();
  for (let i = 0; i < planned.length; i += STEADY_PER_TICK) {
    const some = planned.slice(i, i + STEADY_PER_TICK);
    const nowMs = performance.now();
    for (const { id } of some) sentMs.set(id, nowMs);
    await send(some.map(recordOf));
    await pause(TICK_MS);
  }
  return sentMs;
}

const latencyOf = (doneMs: number | undefined, sentMs: number | undefined): number[] =>
  doneMs === undefined || sentMs === undefined ? [] : [doneMs - sentMs];

/** From the sending to the commit that parked it, for what was parked of the steady stream. */
async function parkedMs(chain: OurChain, before: number, sentMs: ReadonlyMap<string, number>): Promise<number[]> {
  const late = [...chain.log.parked].slice(before);
  const rows = await chain.store.parked.list({ ids: late.map(([id]) => id), limit: late.length + 1 });
  const keys = new Map(rows.map(({ id, key }) => [id, key.split('|').at(-1) ?? '']));
  return late.flatMap(([id, atMs]) => latencyOf(atMs, sentMs.get(keys.get(id) ?? '')));
}

/** Mends the reaction and redrives: what it failed on has its effect, what nobody can read has been tried again and is set aside again. */
async function redriveAll(chain: OurChain, mend: () => void): Promise<{ redriven: number; restored: number }> {
  const ids = [...chain.log.parked.keys()];
  const failing = ids.length - (await unreadable(chain));
  mend();
  for (let i = 0; i < ids.length; i += SEND) await redrive(chain.store, ids.slice(i, i + SEND));
  const effects = (): number => [...chain.log.effects.keys()].filter((id) => id.startsWith('failing')).length;
  await chain.log.until(() => effects() >= failing);
  let tried = 0;
  while ((tried = await triedAgain(chain)) < ids.length - failing) await pause(REDRIVE_POLL_MS);
  return { redriven: (tried + effects()) / ids.length, restored: failing === 0 ? 1 : effects() / failing };
}

const unreadable = (chain: OurChain): Promise<number> => countOf(chain, 0);
const triedAgain = (chain: OurChain): Promise<number> => countOf(chain, 1);

/** Messages that nobody can read, with at least so many attempts behind them. */
async function countOf(chain: OurChain, attempts: number): Promise<number> {
  const rows = await chain.store.parked.list({ group: GROUP, limit: 1_000_000 });
  return rows.filter((row) => row.class === 'poison' && row.attempts >= attempts).length;
}
