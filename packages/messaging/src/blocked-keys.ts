import type { ParkedPort, ParkedRow } from '@minzheng/store';
import type { Chunk } from './chunk.ts';
import { laneKey } from './parked-row.ts';

/** Past so many in one partition they are looked up chunk by chunk. */
const MOST_KEPT = 10_000;

interface Kept {
  /** The watermark at which this is true. */
  next: number;
  readonly keys: Set<string>;
}

/**
 * Which keys have a message parked, so that what comes after it must wait behind it. Kept in memory between chunks: a key is only ever
 * added by a commit that moves its partition's watermark, so as long as the watermark stands where our own last commit left it none is
 * missing. One that has been redriven meanwhile is still in it; those found in it are therefore looked up again.
 */
export class BlockedKeys {
  private readonly parked: Pick<ParkedPort, 'parkedKeys' | 'keysOf'>;
  private readonly group: string;
  private readonly kept = new Map<string, Kept>();

  constructor(parked: Pick<ParkedPort, 'parkedKeys' | 'keysOf'>, group: string) {
    this.parked = parked;
    this.group = group;
  }

  /** Those of the chunk's keys that have something parked now. */
  async among(chunk: Chunk): Promise<ReadonlySet<string>> {
    const keys = [...new Set(chunk.records.map(laneKey))];
    const kept = await this.keptAt(chunk);
    const suspects = kept === undefined ? keys : keys.filter((key) => kept.keys.has(key));
    if (suspects.length === 0) return new Set();
    const blocked = await this.parked.parkedKeys(this.group, suspects);
    for (const key of suspects) if (!blocked.has(key)) kept?.keys.delete(key);
    return blocked;
  }

  /** Takes note of a commit that certainly went through. */
  committed(chunk: Chunk, parked: readonly ParkedRow[]): void {
    const kept = this.kept.get(placeOf(chunk));
    if (kept?.next !== chunk.first) return this.forget(chunk);
    kept.next = chunk.next;
    for (const { key } of parked) kept.keys.add(key);
  }

  forget(chunk: Chunk): void {
    this.kept.delete(placeOf(chunk));
  }

  private async keptAt(chunk: Chunk): Promise<Kept | undefined> {
    const known = this.kept.get(placeOf(chunk));
    if (known?.next === chunk.first && known.keys.size <= MOST_KEPT) return known;
    this.forget(chunk);
    const keys = await this.parked.keysOf(this.group, chunk.topic, chunk.partition, MOST_KEPT + 1);
    if (keys.length > MOST_KEPT) return undefined;
    const kept = { next: chunk.first, keys: new Set(keys) };
    this.kept.set(placeOf(chunk), kept);
    return kept;
  }
}

const placeOf = ({ topic, partition }: Chunk): string => `${topic}|${partition}`;
