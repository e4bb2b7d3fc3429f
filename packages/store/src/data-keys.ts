import type { MachineClock } from '@minzheng/types';
import type { mongo } from 'mongoose';
import { bytesOf, toBinary } from './bson-value.ts';
import { deriveKey, newKey, open, seal } from './crypto.ts';
import { SealBroken } from './faults.ts';
import { translated } from './translated.ts';

const COLLECTION = 'data_keys';
const CACHE_MS = 600_000;
const MAX_CACHED = 10_000;
const KEK_VERSION = 1;

/** `wrapped` is taken away when a person's data is erased; the row stays, so that no new key is made for them. */
interface DataKeyRow {
  readonly _id: string;
  readonly wrapped?: unknown;
  readonly kekVersion: number;
}

/** One data key per person, wrapped by the master key; opened keys are kept in memory for ten minutes. */
export class DataKeys {
  private readonly rows: mongo.Collection<DataKeyRow>;
  private readonly kek: Buffer;
  private readonly clock: MachineClock;
  private readonly cache = new Map<string, { readonly key: Buffer; readonly until: number }>();

  constructor(db: mongo.Db, service: string, masterKey: Buffer, clock: MachineClock) {
    this.rows = db.collection(COLLECTION);
    this.kek = deriveKey(masterKey, `minzheng|${service}|data-keys`);
    this.clock = clock;
  }

  /** The keys of the persons, made where there is none yet. Not part of any transaction: a key without data does no harm. */
  async ensure(persons: Iterable<string>): Promise<Map<string, Buffer>> {
    const wanted = new Set(persons);
    const found = await this.read(wanted);
    const missing = [...wanted].filter((person) => !found.has(person));
    if (missing.length === 0) return found;
    await this.make(missing);
    return this.get(wanted);
  }

  /** The keys of the persons. Throws SealBroken when one has none, or had it destroyed. */
  async get(persons: Iterable<string>): Promise<Map<string, Buffer>> {
    const wanted = new Set(persons);
    const found = await this.read(wanted);
    const missing = [...wanted].find((person) => !found.has(person));
    if (missing !== undefined) throw new SealBroken(`no data key for person ${missing}`);
    return found;
  }

  async ensureOne(person: string): Promise<Buffer> {
    return (await this.ensure([person])).get(person) as Buffer;
  }

  async getOne(person: string): Promise<Buffer> {
    return (await this.get([person])).get(person) as Buffer;
  }

  private async read(persons: ReadonlySet<string>): Promise<Map<string, Buffer>> {
    const cached = [...persons].flatMap((person) => this.cached(person));
    const found = new Map(cached);
    const absent = [...persons].filter((person) => !found.has(person));
    if (absent.length === 0) return found;
    const rows = await translated(this.rows.find({ _id: { $in: absent } }).toArray());
    for (const row of rows) found.set(...this.unwrap(row));
    return found;
  }

  private cached(person: string): [string, Buffer][] {
    const entry = this.cache.get(person);
    return entry !== undefined && entry.until > this.clock.monotonicMs() ? [[person, entry.key]] : [];
  }

  private unwrap({ _id: person, wrapped }: DataKeyRow): [string, Buffer] {
    const bytes = bytesOf(wrapped);
    if (bytes === undefined) throw new SealBroken(`the data key of person ${person} was destroyed`);
    const key = open(this.kek, placeOf(person), bytes);
    this.remember(person, key);
    return [person, key];
  }

  private remember(person: string, key: Buffer): void {
    const oldest = this.cache.size < MAX_CACHED ? undefined : this.cache.keys().next().value;
    if (oldest !== undefined) this.cache.delete(oldest);
    this.cache.set(person, { key, until: this.clock.monotonicMs() + CACHE_MS });
  }

  /** Two processes may do this at once: whoever comes second keeps the first one's key. */
  private async make(persons: readonly string[]): Promise<void> {
    const upserts = persons.map((person) => {
      const wrapped = toBinary(seal(this.kek, KEK_VERSION, placeOf(person), newKey()));
      const made = { $setOnInsert: { wrapped, kekVersion: KEK_VERSION } };
      return { updateOne: { filter: { _id: person }, update: made, upsert: true } };
    });
    await this.rows.bulkWrite(upserts, { ordered: false }).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 11_000) throw error;
    });
  }
}

const placeOf = (person: string): string => `${COLLECTION}|${person}|wrapped`;
