import type { RowResult } from './run-row.ts';

const NAME_WIDTH = 44;
const HEADS = ['row', 'what', 'injected', 'acked', 'lost', 'doubled', 'gap s', 'verdict'] as const;
const WIDTHS = [4, NAME_WIDTH, 8, 6, 5, 7, 11, 0] as const;

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join('  ')
    .trimEnd();

/** The table's head. */
export const tableHead = (): string => line(HEADS);

/** One row of it; the gap is that of writes and, after the stroke, that of effects. */
export function tableRow({
  row,
  name,
  injections,
  acknowledged,
  lost,
  doubled,
  writeGapS,
  effectGapS,
  verdict,
  reason,
  notes,
}: RowResult): string {
  const said = [reason === undefined ? verdict : `${verdict}: ${reason}`, ...notes].join('; ');
  const cells = [
    row,
    name.slice(0, NAME_WIDTH),
    injections.length,
    acknowledged,
    lost,
    doubled,
    `${writeGapS} / ${effectGapS}`,
  ];
  return line([...cells.map(String), said]);
}
