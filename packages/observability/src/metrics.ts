/** Few values each: a label that takes an id would make a series per record. */
export type Labels = Readonly<Record<string, string>>;

/** Only ever rises. */
export interface Counter {
  inc(labels?: Labels, by?: number): void;
}

/** The latest value of something that rises and falls. */
export interface Gauge {
  set(value: number, labels?: Labels): void;
}

export interface MetricRow {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

/** One process's figures, shown by GET /ops/status. */
export interface Metrics {
  counter(name: string): Counter;
  gauge(name: string): Gauge;
  /** Every series, sorted by name and labels. */
  snapshot(): MetricRow[];
}

/** An empty registry. Throws RangeError past 1,000 series: labels must not be ids. */
export function createMetrics(): Metrics {
  const rows = new Map<string, MetricRow>();
  return {
    counter: (name) => ({ inc: (labels = {}, by = 1) => write(rows, name, labels, (value) => value + by) }),
    gauge: (name) => ({ set: (value, labels = {}) => write(rows, name, labels, () => value) }),
    snapshot: () => [...rows.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  };
}

const MAX_SERIES = 1_000;

function write(rows: Map<string, MetricRow>, name: string, labels: Labels, change: (value: number) => number): void {
  const key = JSON.stringify([name, Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  const before = rows.get(key);
  if (before === undefined && rows.size >= MAX_SERIES) throw new RangeError(`too many series, at ${name}`);
  rows.set(key, { name, labels, value: change(before?.value ?? 0) });
}
