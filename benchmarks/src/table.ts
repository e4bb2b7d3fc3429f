import type { Summary } from './summary.ts';

const HEAD = [
  'benchmark',
  'n',
  'median',
  'worst',
  'unit',
  'CPU µs/item',
  'floor',
  'floor CPU',
  'ratio',
  'worst',
  'met',
];

/** The summaries as a Markdown table, with a line of details under it for each that has any. */
export function table(summaries: readonly Summary[]): string {
  const rows = [HEAD, HEAD.map(() => '---'), ...summaries.map(cells)];
  const lines = rows.map((row) => `| ${row.join(' | ')} |`);
  const details = summaries.flatMap(({ name, details: found }) =>
    found === undefined
      ? []
      : `${name}: ${Object.entries(found)
          .map(([key, value]) => `${key} ${value}`)
          .join(', ')}`,
  );
  return [...lines, ...(details.length > 0 ? ['', ...details] : [])].join('\n');
}

function cells(summary: Summary): string[] {
  const { name, n, value, worst, unit, cpuMicrosPerItem, floor, ratio, worstRatio, met, runs } = summary;
  const figures = [cpuMicrosPerItem, floor?.value, floor?.cpuMicrosPerItem, ratio, worstRatio].map(shown);
  const isMet = met === undefined ? '' : `${met}/${runs}`;
  return [name, String(n), String(value), String(worst), unit, ...figures, isMet];
}

const shown = (figure: number | undefined): string => (figure === undefined ? '' : String(figure));
