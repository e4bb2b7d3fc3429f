import type { LocalDate } from '@minzheng/types';
import type { Parameter, ParameterRow, Parameters, UsedRow } from './parameters.ts';

/** A figure that must exist has no value on a day: the decision stops, and says which one. */
export class NoFigure extends RangeError {
  readonly key: string;
  readonly onDate: LocalDate;

  constructor(key: string, onDate: LocalDate, knownAt: LocalDate) {
    super(`no value of ${key} on ${onDate} as known on ${knownAt}`);
    this.name = 'NoFigure';
    this.key = key;
    this.onDate = onDate;
  }
}

/** The parameters in force on one day, as known on another. */
export interface ParameterView {
  readonly onDate: LocalDate;
  readonly knownAt: LocalDate;
  /** The value; throws when there is none on that day: what must exist is never 0. */
  must(key: string): number;
  /** The value, or the fallback where the law lets it lapse. */
  orElse(key: string, fallback: number): number;
  /** The rows read so far. */
  used(): readonly UsedRow[];
  /** True when a value read so far is past its day of review. */
  isProvisional(): boolean;
}

/** Bitemporal lookup: the value valid on `onDate` among the rows published by `knownAt` (DOMAIN §0.5, DB-5). */
export function viewAt(parameters: Parameters, onDate: LocalDate, knownAt: LocalDate): ParameterView {
  const read = new Map<string, UsedRow>();
  const late = new Set<string>();

  function find(key: string, lapse: Parameter['lapse']): number | undefined {
    const parameter = parameters.get(key);
    if (parameter === undefined) throw new RangeError(`unknown parameter ${key}`);
    if (parameter.lapse !== lapse) throw new TypeError(`the parameter ${key} is read as if lapse were ${lapse}`);
    const row = rowInForce(parameter.values, onDate, knownAt);
    if (row !== undefined) read.set(key, { key, ...row });
    if (parameter.reviewBy !== undefined && onDate > parameter.reviewBy) late.add(key);
    return row?.value;
  }

  function must(key: string): number {
    const value = find(key, 'error');
    if (value === undefined) throw new NoFigure(key, onDate, knownAt);
    return value;
  }

  return {
    onDate,
    knownAt,
    must,
    orElse: (key, fallback) => find(key, 'none') ?? fallback,
    used: () => [...read.values()],
    isProvisional: () => late.size > 0,
  };
}

/** Of rows with one `validFrom` only the last published counts; of those in force, the one that began last. */
function rowInForce(rows: readonly ParameterRow[], onDate: string, knownAt: string): ParameterRow | undefined {
  const known = rows.filter(({ publishedOn }) => publishedOn <= knownAt);
  return known
    .filter((row) => !known.some((other) => other.validFrom === row.validFrom && other.publishedOn > row.publishedOn))
    .filter(({ validFrom, validTo }) => validFrom <= onDate && (validTo === undefined || onDate <= validTo))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}
