import mongoose from 'mongoose';
import { bsonDate } from './bson-date.ts';
import type { BsonDate } from './bson-date.ts';
import type { Watermark, WatermarkPort } from './ports.ts';
import { translated } from './translated.ts';

const { Long } = mongoose.mongo;

/** `_id` is '<group>|<topic>|<partition>'. */
export interface WatermarkDocument {
  readonly _id: string;
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly next: mongoose.mongo.Long | number;
  readonly at: BsonDate;
}

export function watermarkId(group: string, topic: string, partition: number): string {
  return `${group}|${topic}|${partition}`;
}

/** How far each group's effects have come. A watermark moves in the transaction of its effects only. */
export function watermarkPort(rows: mongoose.mongo.Collection<WatermarkDocument>, nowMs: () => number): WatermarkPort {
  const read = async (query: object): Promise<Watermark[]> => {
    const found = await translated(rows.find(query, { sort: { _id: 1 } }).toArray());
    return found.map(({ group, topic, partition, next }) => ({ group, topic, partition, next: Number(next) }));
  };
  const get: WatermarkPort['get'] = async (group, topic, partition) =>
    (await read({ _id: watermarkId(group, topic, partition) }))[0]?.next;
  return {
    all: (group) => read({ group }),
    every: () => read({}),
    get,
    first: async (group, topic, partition, next) => {
      const made = { group, topic, partition, next: Long.fromNumber(next), at: bsonDate(nowMs()) };
      const row = await translated(
        rows.findOneAndUpdate(
          { _id: watermarkId(group, topic, partition) },
          { $setOnInsert: made },
          { upsert: true, returnDocument: 'after' },
        ),
      );
      return Number(row?.next ?? next);
    },
  };
}
