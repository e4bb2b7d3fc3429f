import type { Instant } from '@minzheng/types';
import type { mongo } from 'mongoose';
import type { DeadlinePort, SetDeadline } from './ports.ts';
import { translated } from './translated.ts';

/** `_id` is '<kind>|<subject>'. */
export interface DeadlineDocument extends SetDeadline {
  readonly _id: string;
}

const EARLIEST_FIRST = { dueAt: 1, _id: 1 } as const;

/** Reads deadlines; they are set and taken away in transactions only. */
export function deadlinePort(rows: mongo.Collection<DeadlineDocument>): DeadlinePort {
  const read = async (query: object, limit: number): Promise<SetDeadline[]> => {
    const found = await translated(rows.find(query, { sort: EARLIEST_FIRST, limit }).toArray());
    return found.map(({ _id, ...deadline }) => deadline);
  };
  const due = (at: Instant, limit: number): Promise<SetDeadline[]> => read({ dueAt: { $lte: at } }, limit);
  return {
    due,
    nextDue: async (at) => (await due(at, 1))[0],
    earliest: async () => (await read({}, 1))[0],
  };
}
