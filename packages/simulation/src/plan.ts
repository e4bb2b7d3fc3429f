import { Random } from './engine/random.ts';
import type { Ailment } from './engine/server.ts';
import { SERVICES } from './workload/services.ts';
import type { Service } from './workload/services.ts';

/** What a run is built of. */
export interface Shape {
  readonly partitions: number;
  readonly slots: number;
  /** Processes of each service. */
  readonly copies: number;
  /** How far apart the processes' clocks are, at most. */
  readonly skewMs: number;
  /** Every so-manieth number of a stream cannot be taken before the fault is mended; 0: none. */
  readonly troubleEvery: number;
}

export type ServerName = 'broker-1' | 'broker-2' | `mongo-${Service}`;

/** One thing that is done to the system; each can be left out by itself. */
export type Step = { readonly atMs: number } & (
  | { readonly do: 'say'; readonly stream: string; readonly command: string }
  | { readonly do: 'claim'; readonly claim: string; readonly amountFen: number; readonly willCancel: boolean }
  | { readonly do: 'poison'; readonly key: string | null }
  | { readonly do: 'crash'; readonly service: Service; readonly copy: number; readonly forMs: number }
  | { readonly do: 'stop'; readonly service: Service; readonly copy: number; readonly forMs: number }
  | { readonly do: Ailment; readonly server: ServerName; readonly forMs: number }
  | { readonly do: 'rewind'; readonly group: string }
  | { readonly do: 'break-reader'; readonly service: Service; readonly copy: number }
  | { readonly do: 'redrive'; readonly service: Service }
);

export interface Plan {
  readonly seed: number;
  readonly shape: Shape;
  readonly steps: readonly Step[];
}

/** Faults begin within this time; each ends by itself, the last at the healing. */
export const TROUBLE_MS = 25_000;
export const HEALED_MS = 40_000;

const STREAMS = 4;
const LINES = 2;
const SERVERS: readonly ServerName[] = ['broker-1', 'broker-2', 'mongo-applications', 'mongo-payments'];
const AILMENTS: readonly Ailment[] = ['frozen', 'away', 'lossy', 'slow'];

/** What a seed stands for. */
export function planOf(seed: number): Plan {
  const random = new Random(seed ^ 0x5eed);
  const shape: Shape = {
    partitions: random.between(1, 2),
    slots: random.between(1, 2),
    copies: random.between(1, 2),
    skewMs: random.pick([0, 50, 5_000]),
    troubleEvery: random.pick([0, 3, 5]),
  };
  const steps = [...commands(random), ...faults(random, shape)];
  return { seed, shape, steps: steps.toSorted((a, b) => a.atMs - b.atMs) };
}

function commands(random: Random): Step[] {
  const says = Array.from({ length: random.between(8, 30) }, (_, i): Step => ({
    do: 'say',
    atMs: at(random),
    stream: `stream-${random.between(1, STREAMS)}`,
    command: `c${i}`,
  }));
  const claims = Array.from({ length: random.between(0, 10) }, (_, i): Step => ({
    do: 'claim',
    atMs: at(random),
    claim: `claim-${random.between(1, LINES)}-${i}`,
    amountFen: random.between(5, 40),
    willCancel: random.chance(0.3),
  }));
  const poison = Array.from({ length: random.between(0, 2) }, (): Step => ({
    do: 'poison',
    atMs: at(random),
    key: random.pick([null, 'stranger', 'stream-1']),
  }));
  return [...says, ...claims, ...poison];
}

function faults(random: Random, shape: Shape): Step[] {
  const kinds = FAULTS.filter(() => random.chance(0.5));
  const many = random.between(1, 8);
  return kinds.length === 0 ? [] : Array.from({ length: many }, () => random.pick(kinds)(random, shape));
}

const FAULTS: readonly ((random: Random, shape: Shape) => Step)[] = [
  (random, shape) => ({
    do: 'crash',
    atMs: at(random),
    ...someProcess(random, shape),
    forMs: random.between(50, 5_000),
  }),
  (random, shape) => ({ do: 'stop', atMs: at(random), ...someProcess(random, shape), forMs: someTime(random) }),
  (random) => ({ do: random.pick(AILMENTS), atMs: at(random), server: random.pick(SERVERS), forMs: someTime(random) }),
  (random) => ({ do: 'lossy', atMs: at(random), server: random.pick(SERVERS), forMs: someTime(random) }),
  (random) => ({
    do: 'rewind',
    atMs: at(random),
    group: random.pick(['applications', 'applications.bulk', 'payments']),
  }),
  (random, shape) => ({ do: 'break-reader', atMs: at(random), ...someProcess(random, shape) }),
  (random) => ({ do: 'redrive', atMs: at(random), service: random.pick(SERVICES) }),
];

const at = (random: Random): number => random.between(100, TROUBLE_MS);

/** Mostly short, sometimes longer than every lease and session. */
const someTime = (random: Random): number =>
  random.chance(0.3) ? random.between(12_000, 24_000) : random.between(50, 5_000);

function someProcess(random: Random, { copies }: Shape): { service: Service; copy: number } {
  return { service: random.pick(SERVICES), copy: random.between(1, copies) };
}
