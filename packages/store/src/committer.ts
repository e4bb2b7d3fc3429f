import { inChildSpan, noteOnSpan } from '@minzheng/observability';
import type { Logger } from '@minzheng/observability';
import type { Clocks } from '@minzheng/types';
import type mongoose from 'mongoose';
import { inTransaction } from './attempts.ts';
import type { Cause } from './cause.ts';
import { duplicateKeyOf } from './duplicate-key.ts';
import { Refused } from './faults.ts';
import { flush } from './flush.ts';
import type { FlushContext, Flushed } from './flush.ts';
import { isKept, KeyTaken } from './idempotency-keys.ts';
import type { IdempotencyKeys, Outcome } from './idempotency-keys.ts';
import { alreadyThere } from './journal-records.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { Reader } from './reader.ts';
import type { CommitListener, Once, Reply } from './store.ts';
import type { Transaction } from './transaction.ts';
import { UnitOfWork } from './unit-of-work.ts';

export interface CommitterParts {
  readonly client: mongoose.mongo.MongoClient;
  readonly clocks: Clocks;
  readonly log: Logger;
  readonly reader: Reader;
  readonly keys: IdempotencyKeys;
  readonly flushing: FlushContext;
  readonly deadlineMs: number;
}

type Session = mongoose.mongo.ClientSession;

/** The transaction as a trace shows it: how long it took, and how many events went into the outbox with it. */
const COMMIT = { name: 'commit', kind: 'internal', attributes: {} } as const;

interface Done<T> {
  readonly result: T;
  readonly flushed: Flushed;
  readonly events: number;
}

type Replayable = Reply & { readonly replayed: boolean };

/** Every change of the database goes through here: work, flush, commit, and then those are told who wait for it. */
export class Committer {
  private readonly parts: CommitterParts;
  private readonly listeners: CommitListener[] = [];
  private readonly reruns = new OneAtATime();
  /** Commits made so far by this process. */
  count = 0;

  constructor(parts: CommitterParts) {
    this.parts = parts;
  }

  onCommitted(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  commit<T>(cause: Cause, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run(cause, (tx) => work(tx));
  }

  async commitOnce(cause: Cause, once: Once, work: (tx: Transaction) => Promise<Reply>): Promise<Replayable> {
    try {
      return answer(await this.first(cause, once, work), false);
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw error;
      return answer(await this.parts.keys.earlier(once), true);
    }
  }

  private first(cause: Cause, once: Once, work: (tx: Transaction) => Promise<Reply>): Promise<Outcome> {
    const { keys } = this.parts;
    return this.run(
      cause,
      (tx) => outcomeOf(tx, work),
      (session, isRerun) => keys.claim(once, session, isRerun),
      (session, outcome) => keys.settle(once, outcome, session),
    );
  }

  /** `before` is the transaction's first write, `after` its last. */
  private async run<T>(
    cause: Cause,
    work: (tx: UnitOfWork) => Promise<T>,
    before?: (session: Session, isRerun: boolean) => Promise<void>,
    after?: (session: Session, result: T) => Promise<void>,
  ): Promise<T> {
    const { client, clocks, log, reader, deadlineMs, flushing } = this.parts;
    const known = new Set<string>();
    const attempt = async (session: Session, isRerun: boolean): Promise<Done<T>> => {
      await before?.(session, isRerun);
      const tx = new UnitOfWork(cause, session, reader, clocks);
      const result = await work(tx);
      const flushed = await flushKnowing(tx, session, flushing, known);
      await after?.(session, result);
      return { result, flushed, events: tx.writes.events.length };
    };
    const committed = ({ flushed }: Done<T>): void => {
      this.count += 1;
      this.tell(flushed);
    };
    const again = (error: unknown, attempts: number): void =>
      log.debug({ attempts, err: error }, 'transaction runs again');
    return inChildSpan(COMMIT, async () => {
      const done = await inTransaction(client, deadlineMs, { attempt, committed, again, reruns: this.reruns });
      noteOnSpan({ 'minzheng.events': done.events });
      return done.result;
    });
  }

  private tell({ slots, scheduled }: Flushed): void {
    if (slots.size === 0 && !scheduled) return;
    for (const listener of this.listeners) listener(slots, scheduled);
  }
}

/** After a duplicate in a journal the next attempt knows which records are there, and leaves them out. */
async function flushKnowing(
  tx: UnitOfWork,
  session: Session,
  context: FlushContext,
  known: Set<string>,
): Promise<Flushed> {
  try {
    return await flush(tx, session, context, known);
  } catch (error) {
    if (duplicateKeyOf(error) !== undefined) for (const key of await alreadyThere(tx.writes)) known.add(key);
    throw error;
  }
}

/** A refusal of the domain is an outcome like any other; nothing that the work had buffered is kept. */
async function outcomeOf(tx: UnitOfWork, work: (tx: Transaction) => Promise<Reply>): Promise<Outcome> {
  try {
    return { reply: await work(tx) };
  } catch (error) {
    if (!(error instanceof Refused) || !isKept(error.refusal)) throw error;
    tx.writes.clear();
    return { refusal: error.refusal };
  }
}

function answer(outcome: Outcome, replayed: boolean): Replayable {
  if ('refusal' in outcome) throw new Refused(outcome.refusal, replayed);
  return { ...outcome.reply, replayed };
}
