import { randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;
const RANDOM_BITS = 80n;
/** Leaves room above the floor for as many ids as anybody draws, and keeps the next id hard to guess. */
const STEP_BYTES = 5;

/** 26 lower-case characters of Crockford base32: 48 bits of milliseconds, 80 random bits; sorts by time as text. */
export function ulid(nowMs: number): string {
  return encode((BigInt(nowMs) << RANDOM_BITS) | BigInt(`0x${randomBytes(10).toString('hex')}`));
}

/** An id for now that is greater than `floor` even when the clock has stepped back behind it. */
export function ulidAbove(floor: string | undefined, nowMs: number): string {
  const drawn = ulid(nowMs);
  if (floor === undefined || drawn > floor) return drawn;
  return encode(decode(floor) + 1n + BigInt(`0x${randomBytes(STEP_BYTES).toString('hex')}`));
}

function encode(value: bigint): string {
  return Array.from({ length: LENGTH }, (_, i) => CROCKFORD.charAt(digitAt(value, LENGTH - 1 - i))).join('');
}

function digitAt(value: bigint, fromRight: number): number {
  return Number((value >> (5n * BigInt(fromRight))) & 31n);
}

function decode(id: string): bigint {
  return Array.from(id).reduce((value, character) => (value << 5n) | BigInt(CROCKFORD.indexOf(character)), 0n);
}
