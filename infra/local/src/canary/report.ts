import { table } from '../demo/table.ts';
import { destinations, isAllowed } from './allowed.ts';
import type { Finding, Reading } from './search.ts';

/** What a run says in the end. */
export interface Report {
  readonly persons: number;
  readonly values: number;
  readonly encodings: number;
  readonly channels: readonly (Omit<Reading, 'findings'> & { readonly leaks: number; readonly allowed: number })[];
  readonly leaks: readonly Finding[];
  /** Destinations that no value has reached, so that the run proves nothing. */
  readonly notReached: readonly string[];
}

const MOST_LEAKS = 40;

const leaksIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ channel, kind }) => !isAllowed(channel, kind));

/** Tells leaks from what had to arrive. */
export function reportOf(
  counts: Pick<Report, 'persons' | 'values' | 'encodings'>,
  readings: readonly Reading[],
): Report {
  const found = readings.flatMap(({ findings }) => findings);
  const isReached = ({ channel, kind }: { channel: string; kind: string }): boolean =>
    found.some((one) => one.channel === channel && one.kind === kind);
  return {
    ...counts,
    channels: readings.map(({ findings, ...rest }) => {
      const leaks = leaksIn(findings).length;
      return { ...rest, leaks, allowed: findings.length - leaks };
    }),
    leaks: leaksIn(found),
    notReached: destinations.filter((one) => !isReached(one)).map(({ channel, kind }) => `${channel}: ${kind}`),
  };
}

/** The table, and what was found: where, of whom, what, and in which encoding; never the value. */
export function linesOf({ channels, leaks, notReached, persons, values, encodings }: Report): string[] {
  const heading = ['channel', 'items read', 'bytes decoded', 'allowed', 'leaks'];
  const rows = channels.map(({ channel, items, bytes, allowed, leaks: count }) => [
    channel,
    items.toLocaleString('en'),
    bytes.toLocaleString('en'),
    String(allowed),
    String(count),
  ]);
  return [
    table([heading, ...rows]),
    ...leakLines(leaks),
    ...notReached.map((what) => `NOTHING ARRIVED at ${what}: this run proves nothing`),
    verdict(
      { leaks, notReached },
      `${persons} persons, ${values} values in ${encodings} encodings, ${channels.length} channels`,
    ),
  ];
}

const verdict = ({ leaks, notReached }: Pick<Report, 'leaks' | 'notReached'>, what: string): string => {
  if (leaks.length > 0) return `${leaks.length} leaks: ${what}`;
  return notReached.length > 0 ? `nothing proven: ${what}` : `no leak: ${what}`;
};

/** One line for each place, kind and encoding, however many persons it is about. */
function leakLines(leaks: readonly Finding[]): string[] {
  const groups = Map.groupBy(
    leaks,
    ({ channel, where, kind, encoding }) => `${channel}, ${where}: ${kind} in ${encoding}`,
  );
  const lines = [...groups].map(([what, of]) => {
    const [first] = of;
    return `LEAK in ${what}, of person ${first?.person}${of.length > 1 ? ` and ${of.length - 1} more` : ''}`;
  });
  const rest = lines.length - MOST_LEAKS;
  return rest > 0 ? [...lines.slice(0, MOST_LEAKS), `and ${rest} more places`] : lines;
}
