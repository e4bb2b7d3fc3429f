import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { duplicateKeyOf } from './duplicate-key.ts';
import { DuplicateKey, OutcomeUnknown, Unavailable, VersionConflict } from './faults.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { isAway } from './translated.ts';

const { MongoError } = mongoose.mongo;
type Session = mongoose.mongo.ClientSession;

/** Snapshot reads, majority writes in the journal: what was acknowledged survives the loss of a member (DELIVERY §3.3). */
const OPTIONS = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
} as const;

const MAX_CONFLICTS = 50;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 250;

/** How far a unit of work has come; the deadline's timer and the attempts look at the same one. */
interface Progress {
  expired: boolean;
  committing: boolean;
  conflicts: number;
  duplicates: number;
}

/** One unit of work: `attempt` may run many times, `committed` once, also when its caller has already been told "unknown". */
export interface Work<T> {
  readonly attempt: (session: Session, isRerun: boolean) => Promise<T>;
  readonly committed: (result: T) => void;
  readonly again: (error: unknown, attempts: number) => void;
  /** The process's reruns after a conflict take turns here: on a hot record they would otherwise keep undoing one another. */
  readonly reruns: OneAtATime;
}

/**
 * Runs the attempt in a transaction, and again on conflicts and while MongoDB is away, until the deadline. Past it the caller is
 * told Unavailable when no commit was sent (none will be), OutcomeUnknown when one was: the attempt may still succeed.
 */
export async function inTransaction<T>(
  client: mongoose.mongo.MongoClient,
  deadlineMs: number,
  work: Work<T>,
): Promise<T> {
  const progress: Progress = { expired: false, committing: false, conflicts: 0, duplicates: 0 };
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(expire(progress)), deadlineMs);
  try {
    return await Promise.race([attempts(client, progress, work), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function expire(progress: Progress): Error {
  progress.expired = true;
  return progress.committing ? new OutcomeUnknown('the commit has not been answered') : tooLate();
}

const tooLate = (): Unavailable => new Unavailable('the deadline passed before anything was committed');

async function attempts<T>(client: mongoose.mongo.MongoClient, progress: Progress, work: Work<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      const attempt = (): Promise<T> => once(client, progress, (session) => work.attempt(session, tries > 0));
      const result = await (progress.conflicts > 0 ? work.reruns.run(attempt) : attempt());
      work.committed(result);
      return result;
    } catch (error) {
      progress.committing = false;
      mayRunAgain(error, progress);
      work.again(error, tries + 1);
      await pause(tries);
    }
  }
}

async function once<T>(
  client: mongoose.mongo.MongoClient,
  progress: Progress,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  if (progress.expired) throw tooLate();
  const session = client.startSession();
  try {
    session.startTransaction(OPTIONS);
    const result = await work(session);
    if (progress.expired) throw tooLate();
    progress.committing = true;
    await commit(session, progress);
    return result;
  } finally {
    // Ending a session aborts what it has not committed.
    await session.endSession().catch(() => undefined);
  }
}

/** An unanswered commit is asked again: the server answers a commit that it has already made with success. */
async function commit(session: Session, progress: Progress): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (!has(error, 'UnknownTransactionCommitResult')) throw error;
      if (progress.expired) throw new OutcomeUnknown('the commit was never answered', { cause: error });
      await pause(tries);
    }
  }
}

/** Returns when the error is one that another attempt may get past; throws what the caller is told otherwise. */
function mayRunAgain(error: unknown, progress: Progress): void {
  const isConflict = error instanceof VersionConflict || isWriteConflict(error) || isRaceOnId(error);
  if (isConflict) progress.conflicts += 1;
  const duplicate = duplicateKeyOf(error);
  if (duplicate !== undefined && !isConflict) progress.duplicates += 1;
  if (progress.duplicates > 1 && duplicate !== undefined) throw new DuplicateKey(duplicate.collection, duplicate.index);
  if (progress.conflicts > MAX_CONFLICTS)
    throw new VersionConflict('others kept changing the same records', { cause: error });
  const mayHelp =
    isConflict || duplicate !== undefined || has(error, 'TransientTransactionError') || isAwayOrSaysSo(error);
  if (!mayHelp) throw error;
  if (progress.expired) throw tooLate();
}

const isAwayOrSaysSo = (error: unknown): boolean => isAway(error) || error instanceof Unavailable;

/** Two made the same record at once; whoever runs again finds it there. */
const isRaceOnId = (error: unknown): boolean => duplicateKeyOf(error)?.index === '_id_';

const isWriteConflict = (error: unknown): boolean => error instanceof MongoError && error.code === 112;

const has = (error: unknown, label: string): boolean => error instanceof MongoError && error.hasErrorLabel(label);

/** Half fixed, half random, growing: those who collided must not collide again. */
function pause(tries: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);
  return wait(longest / 2 + (Math.random() * longest) / 2);
}
