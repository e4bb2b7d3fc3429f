import type { MetricRow } from './metrics.ts';

/** Whether a figure only ever rises. */
export type MetricKind = 'counter' | 'gauge';

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

/** The figures as Prometheus reads them (text exposition format 0.0.4). */
export function exposition(rows: readonly MetricRow[], kinds: ReadonlyMap<string, MetricKind>): string {
  const byName = Map.groupBy(rows, ({ name }) => name);
  return [...byName]
    .flatMap(([name, ofName]) => [`# TYPE ${name} ${kinds.get(name) ?? 'untyped'}`, ...ofName.map(lineOf)])
    .map((line) => `${line}\n`)
    .join('');
}

function lineOf({ name, labels, value }: MetricRow): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\"\n]/g, (sign) => ESCAPED[sign] ?? sign);
}
