import type { Bed, Benchmark } from './benchmark.ts';
import type { Provenance } from './machine.ts';
import { summarise } from './summary.ts';
import type { Summary } from './summary.ts';
import type { Trial } from './trial.ts';

export interface Runs {
  readonly n: number;
  readonly runs: number;
  /** As "1 broker, 1 mongod". */
  readonly servers: string;
  readonly from: Provenance;
  tell(line: string): void;
}

/** Runs it as often as asked, after one run that warms everything up and does not count. */
export async function runBenchmark(bed: Bed, benchmark: Benchmark, runs: Runs): Promise<Summary[]> {
  const trials: Trial[] = [];
  for (let run = 0; run <= runs.runs; run += 1) {
    const found = await benchmark.run(bed, runs.n);
    if (run > 0) trials.push(...found);
    for (const { name, value, unit, ratio } of found) {
      runs.tell(`${run === 0 ? 'warm-up' : `run ${run}`}: ${name} ${told(value)} ${unit}${ofFloor(ratio)}`);
    }
  }
  return [...Map.groupBy(trials, ({ name }) => name).values()].map((some) => summarise(some, runs.servers, runs.from));
}

const told = (value: number): string => value.toPrecision(4);
const ofFloor = (ratio: number | undefined): string => (ratio === undefined ? '' : `, ${told(ratio)} of the floor`);
