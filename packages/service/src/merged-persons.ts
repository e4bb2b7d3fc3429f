import { on } from '@minzheng/messaging';
import type { Store, Transaction } from '@minzheng/store';
import { decided, PersonId, PersonMerged, withDeadlines } from '@minzheng/types';
import { z } from 'zod';
import type { DueJob } from './jobs.ts';
import { everyRow, everySecond } from './kept-rows.ts';
import type { Subscription } from './subscriptions.ts';

const UNITE = 'person.unite';

/** 合并人员: an id that was given up, and the one that stands for it. */
const MergedPerson = z.strictObject({ id: PersonId, into: PersonId });

/** Which ids are one person, as this process last read it: at most a second old. */
export interface MergedPersons {
  /** The id that stays; the id itself for whoever was never merged. */
  readonly survivorOf: (personId: PersonId) => PersonId;
  /** Every id of the person, the one that stays first. */
  readonly allOf: (personId: PersonId) => readonly PersonId[];
}

/** Nobody was merged: for tests of what has no list. */
export const nobodyMerged: MergedPersons = { survivorOf: (id) => id, allOf: (id) => [id] };

/** The id that is given up, and the one that stays. */
export interface Merged {
  readonly from: PersonId;
  readonly into: PersonId;
}

/** What a service does with its own records when two ids become one person; in one transaction. */
export type Unite = (tx: Transaction, merged: Merged) => Promise<void>;

/** The list, and what keeps it. */
export interface MergedPersonsList extends MergedPersons {
  /** A group of its own: it begins at the earliest event. */
  readonly subscription: Subscription;
  readonly job: DueJob;
  stop(): Promise<void>;
}

/**
 * Keeps the list in the service's database and in memory. It has been read once when this resolves, and is read again every
 * second. `unite` is asked for when the first merge arrives, so that it can be made of what is opened later.
 */
export async function keepMergedPersons(store: Store, unite: () => Unite | undefined): Promise<MergedPersonsList> {
  const rows = store.repository({ collection: 'merged_persons', state: MergedPerson });
  let known = new Known(await everyRow(rows));
  const readAgain = async (): Promise<void> => {
    known = new Known(await everyRow(rows));
  };
  const stopping = new AbortController();
  const running = everySecond(stopping.signal, readAgain);
  return {
    survivorOf: (id) => known.survivorOf(id),
    allOf: (id) => known.allOf(id),
    subscription: {
      group: `${store.service}.merges`,
      topics: [PersonMerged.topic],
      reactions: [
        on(PersonMerged, {
          into: rows,
          id: ({ data }) => data.personId,
          decide: (row, { data }, at) =>
            row
              ? 'ignore'
              : withDeadlines(decided({ id: data.personId, into: data.intoPersonId }), [
                  { kind: UNITE, subject: data.personId, dueAt: at },
                ]),
        }),
      ],
    },
    job: {
      type: 'due',
      kind: UNITE,
      run: async ({ kind, subject }, { cause }) => {
        await readAgain();
        await store.commit(cause, async (tx) => {
          tx.unschedule(kind, subject);
          const from = PersonId.parse(subject);
          await unite()?.(tx, { from, into: known.survivorOf(from) });
        });
      },
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

type Row = z.output<typeof MergedPerson>;

/** What is known at one moment. A merged id may be merged into one that is merged later. */
class Known {
  readonly #into: ReadonlyMap<PersonId, PersonId>;
  readonly #from = new Map<PersonId, PersonId[]>();

  constructor(rows: readonly Row[]) {
    this.#into = new Map(rows.map(({ id, into }) => [id, into]));
    for (const { id } of rows) {
      const survivor = this.survivorOf(id);
      this.#from.set(survivor, [...(this.#from.get(survivor) ?? []), id]);
    }
  }

  survivorOf(personId: PersonId): PersonId {
    const into = this.#into.get(personId);
    return into === undefined ? personId : this.survivorOf(into);
  }

  allOf(personId: PersonId): readonly PersonId[] {
    const survivor = this.survivorOf(personId);
    return [survivor, ...(this.#from.get(survivor) ?? [])];
  }
}
