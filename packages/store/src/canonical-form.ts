import { types } from 'node:util';
import mongoose from 'mongoose';

const { EJSON } = mongoose.mongo.BSON;

/**
 * One text for one record, whoever encodes it: JSON with sorted keys, dates as `{"$date":"<ISO>"}`, the rest as in canonical
 * Extended JSON. What MongoDB does not keep is left out: undefined, and halves of a surrogate pair.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (types.isDate(value)) return `{"$date":"${isoOf(value)}"}`;
  return isPlain(value) ? ofObject(value) : EJSON.stringify(value, { relaxed: false });
}

function ofObject(record: Readonly<Record<string, unknown>>): string {
  const present = Object.keys(record).filter((name) => record[name] !== undefined);
  return `{${present
    .toSorted()
    .map((name) => `${canonical(name)}:${canonical(record[name])}`)
    .join(',')}}`;
}

/** BSON's own types are objects too, and say so. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !('_bsontype' in value);

/** A date beyond what a date can be was not written by us; it must not keep a verifier from naming its row. */
const isoOf = (date: { toISOString(): string; getTime(): number }): string =>
  Number.isNaN(date.getTime()) ? 'invalid' : date.toISOString();
