import type { Needle } from './needles.ts';

/** Where a needle ends in what was scanned. */
export interface Hit {
  readonly needle: Needle;
  readonly end: number;
}

/** All needles are told by their last eight bytes: the first ones are alike in numbers of one bank or one district. */
const ANCHOR_BYTES = 8;
const TABLE_BITS = 24;

/**
 * Looks for any number of needles at once, in one pass (Rabin and Karp): whether the last eight bytes could be the end of a needle is one
 * look into a table of bits, and only then are bytes compared. Throws RangeError for a needle of fewer than eight bytes.
 */
export class Scanner {
  readonly #table = new Uint8Array(2 ** TABLE_BITS / 8);
  readonly #byAnchor = new Map<number, Needle[]>();
  /** Of the longest needle: how much two pieces of one whole must overlap. */
  readonly longest: number;

  constructor(needles: readonly Needle[]) {
    for (const needle of needles) this.#add(needle);
    this.longest = needles.reduce((most, { bytes }) => Math.max(most, bytes.length), 0);
  }

  scan(bytes: Uint8Array): Hit[] {
    const hits: Hit[] = [];
    const table = this.#table;
    let before = 0;
    let last = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      before = ((before << 8) | (last >>> 24)) >>> 0;
      last = ((last << 8) | (bytes[at] ?? 0)) >>> 0;
      const anchor = anchorOf(before, last);
      const slot = anchor >>> (32 - TABLE_BITS);
      if (((table[slot >>> 3] ?? 0) & (1 << (slot & 7))) !== 0 && at >= ANCHOR_BYTES - 1)
        this.#compare(bytes, at + 1, anchor, hits);
    }
    return hits;
  }

  #add(needle: Needle): void {
    const { bytes } = needle;
    if (bytes.length < ANCHOR_BYTES) throw new RangeError(`too short to mean anything: ${needle.encoding}`);
    const end = Buffer.from(bytes.subarray(-ANCHOR_BYTES));
    const anchor = anchorOf(end.readUInt32BE(0), end.readUInt32BE(4));
    const slot = anchor >>> (32 - TABLE_BITS);
    this.#table[slot >>> 3] = (this.#table[slot >>> 3] ?? 0) | (1 << (slot & 7));
    const known = this.#byAnchor.get(anchor);
    if (known === undefined) this.#byAnchor.set(anchor, [needle]);
    else known.push(needle);
  }

  #compare(bytes: Uint8Array, end: number, anchor: number, hits: Hit[]): void {
    for (const needle of this.#byAnchor.get(anchor) ?? []) {
      const from = end - needle.bytes.length;
      if (from >= 0 && needle.bytes.equals(bytes.subarray(from, end))) hits.push({ needle, end });
    }
  }
}

const anchorOf = (before: number, last: number): number =>
  (Math.imul(before, 0x9e_37_79_b1) ^ Math.imul(last, 0x85_eb_ca_77)) >>> 0;
