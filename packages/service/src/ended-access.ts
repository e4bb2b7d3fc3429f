import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import type { Repository, Store } from '@minzheng/store';
import { decided, LocalDate, StaffAccessEnded, StaffNo } from '@minzheng/types';
import { z } from 'zod';
import { everyRow, everySecond } from './kept-rows.ts';
import type { Subscription } from './subscriptions.ts';

/** 离岗人员: somebody whose access has ended, by staff number; a number is never given twice, so the list only grows. */
const EndedAccess = z.strictObject({ id: StaffNo, endedOn: LocalDate });
type EndedAccess = z.output<typeof EndedAccess>;

/** Who of the staff has left, as this process last read it. */
export interface EndedAccessList {
  has(staffNo: string): boolean;
  /** A group of its own: it begins at the earliest event, and no backlog of the service's keeps a leaver in. */
  readonly subscription: Subscription;
  stop(): Promise<void>;
}

/**
 * Keeps the list in the service's database and in memory. It has been read once when this resolves, and is read again every second,
 * so that each process of a service learns what one of them has heard; while MongoDB is away, those named last stay out.
 */
export async function keepEndedAccess(store: Store): Promise<EndedAccessList> {
  const rows = store.repository({ collection: 'ended_access', state: EndedAccess });
  let left = await staffNosIn(rows);
  const stopping = new AbortController();
  const running = everySecond(stopping.signal, async () => {
    left = await staffNosIn(rows);
  });
  return {
    has: (staffNo) => left.has(staffNo),
    subscription: {
      group: `${store.service}.access`,
      topics: [StaffAccessEnded.topic],
      reactions: [staffAccessEnded(rows)],
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

function staffAccessEnded(rows: Repository<EndedAccess>): Reaction {
  return on(StaffAccessEnded, {
    into: rows,
    id: ({ data }) => data.staffNo,
    decide: (known, { data }) => (known ? 'ignore' : decided({ id: data.staffNo, endedOn: data.endedOn })),
  });
}

const staffNosIn = async (rows: Repository<EndedAccess>): Promise<ReadonlySet<string>> =>
  new Set((await everyRow(rows)).map(({ id }) => id));
