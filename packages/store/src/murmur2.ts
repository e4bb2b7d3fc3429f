const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

/** Kafka's murmur2 over the UTF-8 bytes of a key: a signed 32-bit integer, the same as the Java client's and kafkajs's. */
export function murmur2(key: string | Uint8Array): number {
  const bytes = typeof key === 'string' ? Buffer.from(key, 'utf8') : Buffer.from(key);
  const whole = bytes.length - (bytes.length % 4);
  let h = SEED ^ bytes.length;
  for (let i = 0; i < whole; i += 4) h = Math.imul(h, M) ^ mixed(bytes.readInt32LE(i));
  h = rest(h, bytes.subarray(whole));
  h = Math.imul(h ^ (h >>> 13), M);
  return h ^ (h >>> 15);
}

function mixed(word: number): number {
  const k = Math.imul(word, M);
  return Math.imul(k ^ (k >>> R), M);
}

function rest(h: number, tail: Uint8Array): number {
  if (tail.length === 0) return h;
  const last = tail.reduceRight((word, byte) => (word << 8) | byte, 0);
  return Math.imul(h ^ last, M);
}

/** The outbox slot of a key, 0 … slots − 1. */
export function slotOf(key: string, slots: number): number {
  return (murmur2(key) & 0x7fffffff) % slots;
}
