import type { LocalDate } from '@minzheng/types';
import type { ParameterRow, Parameters, UsedRow } from './parameters.ts';

/** The parameters in force on one day, as known on another. */
export interface ParameterView {
  readonly onDate: LocalDate;
  /** The value; throws when there is none on that day: what must exist is never 0. */
  must(key: string): number;
  /** The rows read so far. */
  used(): readonly UsedRow[];
  /** True when a value read so far is past its day of review. */
  isProvisional(): boolean;
}

/** Bitemporal lookup: the value valid on `onDate` among the rows published by `knownAt` (DOMAIN §0.5). */
export function viewAt(parameters: Parameters, onDate: LocalDate, knownAt: LocalDate): ParameterView {
  const read = new Map<string, UsedRow>();
  const late = new Set<string>();

  function must(key: string): number {
    const parameter = parameters.get(key);
    if (parameter === undefined) throw new RangeError(`unknown parameter ${key}`);
    const row = rowInForce(parameter.values, onDate, knownAt);
    if (row === undefined) throw new RangeError(`no value of ${key} on ${onDate} as known on ${knownAt}`);
    read.set(key, { key, ...row });
    if (parameter.reviewBy !== undefined && onDate > parameter.reviewBy) late.add(key);
    return row.value;
  }

  return { onDate, must, used: () => [...read.values()], isProvisional: () => late.size > 0 };
}

/** Of rows with one `validFrom` only the last published counts; of those in force, the one that began last. */
function rowInForce(rows: readonly ParameterRow[], onDate: string, knownAt: string): ParameterRow | undefined {
  const known = rows.filter(({ publishedOn }) => publishedOn <= knownAt);
  return known
    .filter((row) => !known.some((other) => other.validFrom === row.validFrom && other.publishedOn > row.publishedOn))
    .filter(({ validFrom, validTo }) => validFrom <= onDate && (validTo === undefined || onDate <= validTo))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}
