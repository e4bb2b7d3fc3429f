/** What one run of a benchmark found. Several runs of it are summarised under the same name. */
export interface Trial {
  readonly name: string;
  /** How many items were measured. */
  readonly n: number;
  readonly value: number;
  readonly unit: 'items/s' | 'ms' | 'share';
  /** Of node, brokers, mongods and Redis together, as far as their processes are ours to look at. */
  readonly cpuMicrosPerItem?: number;
  /** The same from bare drivers, in the same run. */
  readonly floor?: { readonly value: number; readonly cpuMicrosPerItem?: number };
  /** Ours against the floor, in what the benchmark is about: time, CPU or throughput. */
  readonly ratio?: number;
  /** Whether this run did what must be shown; absent where nothing is promised. */
  readonly isMet?: boolean;
  readonly details?: Readonly<Record<string, number>>;
}

/** A larger throughput or share is better, a larger time is worse. */
export function isMoreBetter(unit: Trial['unit']): boolean {
  return unit !== 'ms';
}
