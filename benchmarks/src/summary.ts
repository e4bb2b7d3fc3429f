import type { Provenance } from './machine.ts';
import { median } from './statistics.ts';
import { isMoreBetter } from './trial.ts';
import type { Trial } from './trial.ts';

/** All runs of one thing: medians, and the worst run. One line of results.jsonl. */
export interface Summary extends Provenance {
  readonly name: string;
  readonly n: number;
  readonly runs: number;
  readonly unit: Trial['unit'];
  readonly value: number;
  readonly worst: number;
  readonly cpuMicrosPerItem?: number;
  readonly floor?: Trial['floor'];
  readonly ratio?: number;
  readonly worstRatio?: number;
  /** In how many of the runs what must be shown was shown. */
  readonly met?: number;
  readonly details?: Readonly<Record<string, number>>;
  readonly servers: string;
}

/** Throws RangeError without trials. */
export function summarise(trials: readonly Trial[], servers: string, from: Provenance): Summary {
  const [first] = trials;
  if (first === undefined) throw new RangeError('nothing was measured');
  const { name, n, unit } = first;
  const values = trials.map(({ value }) => value);
  const ratios = trials.flatMap(({ ratio }) => ratio ?? []);
  const cpus = trials.flatMap(({ cpuMicrosPerItem }) => cpuMicrosPerItem ?? []);
  const details = detailsOf(trials);
  return {
    name,
    n,
    runs: trials.length,
    unit,
    value: rounded(median(values)),
    worst: rounded(isMoreBetter(unit) ? Math.min(...values) : Math.max(...values)),
    ...(cpus.length > 0 && { cpuMicrosPerItem: rounded(median(cpus)) }),
    ...floorOf(trials),
    ...(ratios.length > 0 && { ratio: rounded(median(ratios)), worstRatio: rounded(worstRatio(first, ratios)) }),
    ...(first.isMet !== undefined && { met: trials.filter(({ isMet }) => isMet).length }),
    ...(details && { details }),
    servers,
    ...from,
  };
}

/** A share of throughput kept is worst where it is least; every other ratio where it is greatest. */
function worstRatio({ name }: Trial, ratios: readonly number[]): number {
  return name === 'poison' ? Math.min(...ratios) : Math.max(...ratios);
}

function floorOf(trials: readonly Trial[]): Pick<Summary, 'floor'> {
  const found = trials.flatMap(({ floor }) => floor ?? []);
  const cpus = found.flatMap(({ cpuMicrosPerItem }) => cpuMicrosPerItem ?? []);
  if (found.length === 0) return {};
  const value = rounded(median(found.map((floor) => floor.value)));
  return { floor: { value, ...(cpus.length > 0 && { cpuMicrosPerItem: rounded(median(cpus)) }) } };
}

function detailsOf(trials: readonly Trial[]): Record<string, number> | undefined {
  const names = Object.keys(trials[0]?.details ?? {});
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => [name, rounded(median(trials.flatMap(({ details }) => details?.[name] ?? [])))]),
  );
}

const rounded = (value: number): number => Number(value.toPrecision(4));
