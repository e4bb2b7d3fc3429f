import { parseArgs } from 'node:util';

/** What a person asked for. */
export interface Options {
  /** Undefined: all there are. */
  readonly rows: ReadonlySet<number> | undefined;
  readonly resume: boolean;
  readonly seed: number;
  /** One broker, one mongod; rows that need more are not run. */
  readonly quick: boolean;
}

const RANGE = /^(\d+)(?:-(\d+))?$/;

/** Reads the command line. @throws TypeError naming what is not understood. */
export function readOptions(args: readonly string[], seed: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string' },
      resume: { type: 'boolean', default: false },
      seed: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const { rows, resume, quick } = values;
  return { rows: rows === undefined ? undefined : rowsIn(rows), resume, quick, seed: Number(values.seed ?? seed) };
}

/** `1,19-22` means 1, 19, 20, 21 and 22. */
export function rowsIn(text: string): Set<number> {
  return new Set(text.split(',').flatMap((part) => numbersIn(part.trim())));
}

function numbersIn(part: string): number[] {
  const [, first, last = first] = RANGE.exec(part) ?? [];
  if (first === undefined) throw new TypeError(`--rows takes numbers and ranges like 1,19-22, not "${part}"`);
  const from = Number(first);
  return Array.from({ length: Math.max(0, Number(last) - from + 1) }, (_, index) => from + index);
}
