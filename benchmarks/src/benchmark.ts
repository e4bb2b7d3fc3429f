import type { CpuMeter } from './cpu-meter.ts';
import type { Trial } from './trial.ts';

/** Servers that answer, and who looks at what they use. */
export interface Bed {
  readonly brokers: readonly string[];
  /** Replica-set URI without a database. */
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly cpu: CpuMeter;
}

/** One run of a benchmark over about `n` items; it may find several things. */
export interface Benchmark {
  /** What it measures, in a line for a person. */
  readonly about: string;
  readonly n: number;
  run(bed: Bed, n: number): Promise<Trial[]>;
}

/** Names of one run, so that runs on the same servers do not meet. */
export function newName(): string {
  return `b${crypto.randomUUID().slice(0, 8)}`;
}
