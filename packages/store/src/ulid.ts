import { randomFillSync } from 'node:crypto';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;
/** 48 bits of milliseconds. */
const TIME_LENGTH = 10;
const RANDOM_LENGTH = LENGTH - TIME_LENGTH;
/** Leaves room above the floor for as many ids as anybody draws, and keeps the next id hard to guess. */
const STEP_BYTES = 5;

/** Chance is drawn for many ids at once: asking for it costs more than everything else about an id. */
const pool = Buffer.alloc(256 * RANDOM_LENGTH);
let used = pool.length;

/** 26 lower-case characters of Crockford base32: 48 bits of milliseconds, 80 random bits; sorts by time as text. */
export function ulid(nowMs: number): string {
  const characters = Buffer.allocUnsafe(LENGTH);
  let time = nowMs;
  for (let i = TIME_LENGTH - 1; i >= 0; i -= 1) {
    characters[i] = CROCKFORD.charCodeAt(time % 32);
    time = Math.floor(time / 32);
  }
  const random = chance(RANDOM_LENGTH);
  for (let i = 0; i < RANDOM_LENGTH; i += 1) {
    characters[TIME_LENGTH + i] = CROCKFORD.charCodeAt((random[i] ?? 0) % 32);
  }
  return characters.toString('latin1');
}

/** An id for now that is greater than `floor` even when the clock has stepped back behind it. */
export function ulidAbove(floor: string | undefined, nowMs: number): string {
  const drawn = ulid(nowMs);
  if (floor === undefined || drawn > floor) return drawn;
  return encode(decode(floor) + 1n + BigInt(`0x${chance(STEP_BYTES).toString('hex')}`));
}

/** Bytes that have never been given out; valid until the next ones are asked for. */
function chance(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
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
