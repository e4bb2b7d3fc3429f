import { metrics as telemetry } from '@opentelemetry/api';
import { exposition } from './exposition.ts';
import type { MetricKind } from './exposition.ts';

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
  /** The same for Prometheus, GET /metrics. */
  exposition(): string;
}

/**
 * An empty registry. Throws RangeError past 1,000 series: labels must not be ids. Where tracing was started before it, its
 * figures go to the same collector.
 */
export function createMetrics(): Metrics {
  const rows = new Map<string, MetricRow>();
  const kinds = new Map<string, MetricKind>();
  const declare = (name: string, kind: MetricKind): void => {
    if (!kinds.has(name)) sentOn(name, kind, rows);
    kinds.set(name, kind);
  };
  const snapshot = (): MetricRow[] =>
    [...rows.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return {
    counter: (name) => {
      declare(name, 'counter');
      return { inc: (labels = {}, by = 1) => write(rows, name, labels, (value) => value + by) };
    },
    gauge: (name) => {
      declare(name, 'gauge');
      return { set: (value, labels = {}) => write(rows, name, labels, () => value) };
    },
    snapshot,
    exposition: () => exposition(snapshot(), kinds),
  };
}

/** Read by OpenTelemetry when it sends, by nobody where it was not started. */
function sentOn(name: string, kind: MetricKind, rows: ReadonlyMap<string, MetricRow>): void {
  const meter = telemetry.getMeter('minzheng');
  const instrument = kind === 'counter' ? meter.createObservableCounter(name) : meter.createObservableGauge(name);
  instrument.addCallback((result) => {
    for (const row of rows.values()) if (row.name === name) result.observe(row.value, row.labels);
  });
}

const MAX_SERIES = 1_000;

function write(rows: Map<string, MetricRow>, name: string, labels: Labels, change: (value: number) => number): void {
  const key = JSON.stringify([name, Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  const before = rows.get(key);
  if (before === undefined && rows.size >= MAX_SERIES) throw new RangeError(`too many series, at ${name}`);
  rows.set(key, { name, labels, value: change(before?.value ?? 0) });
}
