import type mongoose from 'mongoose';
import { bytesOf, toBinary } from './bson-value.ts';
import { SealBroken } from './faults.ts';
import type { ParkedPort, ParkedRow } from './ports.ts';
import { translated } from './translated.ts';
import type { OwnSeal } from './vault.ts';

/** As ParkedRow, with `raw` sealed. */
export interface ParkedDocument extends Omit<ParkedRow, 'id' | 'raw'> {
  readonly _id: string;
  readonly raw: mongoose.mongo.Binary;
}

const OLDEST_FIRST = { topic: 1, partition: 1, offset: 1 } as const;

const placeOf = (id: string) => ({ collection: 'parked', id, field: 'raw' });

export function parkedDocument({ id, raw, ...rest }: ParkedRow, seal: OwnSeal): ParkedDocument {
  return { ...rest, _id: id, raw: toBinary(seal.seal(placeOf(id), raw)) };
}

function parkedRow({ _id: id, raw, ...rest }: ParkedDocument, seal: OwnSeal): ParkedRow {
  const sealed = bytesOf(raw);
  if (sealed === undefined) throw new SealBroken(`parked ${id} has no message`);
  return { ...rest, id, raw: seal.open(placeOf(id), sealed) };
}

/** Reads parked messages; they are parked and resolved in transactions only. */
export function parkedPort(rows: mongoose.mongo.Collection<ParkedDocument>, seal: OwnSeal): ParkedPort {
  type Order = Readonly<Record<string, 1 | -1>>;
  const read = async (query: object, order: Order, limit: number): Promise<ParkedRow[]> => {
    const found = await translated(rows.find(query, { sort: order, limit }).toArray());
    return found.map((row) => parkedRow(row, seal));
  };
  const countOf = (query: object): Promise<number> => translated(rows.countDocuments(query));
  return {
    parkedKeys: async (group, keys) =>
      new Set(await translated(rows.distinct('key', { group, key: { $in: [...keys] } }))),
    keysOf: async (group, topic, partition, limit) => {
      const found = rows.find({ group, topic, partition }, { projection: { _id: 0, key: 1 }, limit });
      return (await translated(found.toArray())).map(({ key }) => key);
    },
    due: (group, nowMs, limit) => read({ group, st: 1, nextAt: { $lte: nowMs } }, { nextAt: 1, offset: 1 }, limit),
    ofKey: (group, key, limit) => read({ group, key }, OLDEST_FIRST, limit),
    list: ({ group, ids, limit }) =>
      read({ ...(group !== undefined && { group }), ...(ids && { _id: { $in: [...ids] } }) }, OLDEST_FIRST, limit),
    count: async (group) => {
      const within = group === undefined ? {} : { group };
      const [waiting, dead] = await Promise.all([countOf({ ...within, st: 1 }), countOf({ ...within, st: 2 })]);
      return { waiting, dead };
    },
  };
}
