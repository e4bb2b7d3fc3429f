import mongoose from 'mongoose';
import { StateInvalid } from './faults.ts';

const { Binary, Long } = mongoose.mongo;

/**
 * A JSON value as MongoDB keeps it. Every number in a field whose name ends in `Fen` becomes a 64-bit integer, also inside its
 * arrays and objects: money is never a double. Undefined is left out.
 */
export function toBson(value: unknown, field = ''): unknown {
  if (typeof value === 'number') return field.endsWith('Fen') ? long(value, field) : value;
  if (Array.isArray(value)) return value.map((element) => toBson(element, field));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return objectToBson(value, field);
}

function objectToBson(value: object, field: string): Record<string, unknown> {
  const present = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    present.map(([name, inner]) => [name, toBson(inner, field.endsWith('Fen') ? field : name)]),
  );
}

function long(value: number, field: string): mongoose.mongo.Long {
  if (!Number.isSafeInteger(value)) throw new StateInvalid(`${field} is not a safe integer`);
  return Long.fromNumber(value);
}

/** The value as it was written. The driver has made a safe integer of every 64-bit one; one that it could not is refused. */
export function fromBson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fromBson);
  if (value instanceof Long) throw new StateInvalid('a stored integer is not safe');
  if (value instanceof Binary) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fromBson(inner)]));
}

/** Bytes as the driver takes them. */
export function toBinary(bytes: Uint8Array): mongoose.mongo.Binary {
  return new Binary(bytes);
}

/** The bytes of a stored binary; undefined when it is not one. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Binary) return value.buffer.subarray(0, value.position);
  return value instanceof Uint8Array ? value : undefined;
}
