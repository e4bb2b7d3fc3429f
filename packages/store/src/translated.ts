import mongoose from 'mongoose';
import { Unavailable } from './faults.ts';

const { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError } =
  mongoose.mongo;

/** Driver errors by name: these say that no answer could be had, not that something is wrong with the question. */
const AWAY = new Set([
  'MongoWaitQueueTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoServerClosedError',
  'MongoClientClosedError',
  'MongoExpiredSessionError',
  'PoolClearedOnNetworkError',
]);

/** Primary stepping down, shutting down, not yet elected, interrupted, out of time, write concern not met in time. */
const AWAY_CODES = new Set([6, 7, 50, 64, 89, 91, 133, 189, 262, 9001, 10_107, 11_600, 11_602, 13_388, 13_435, 13_436]);

/** True when MongoDB was away, so that the same thing may be tried again. */
export function isAway(error: unknown): boolean {
  // A bulk write wraps whatever befell it, a lost connection too, and then calls it the server's error.
  if (error instanceof MongoBulkWriteError && error.errorResponse instanceof Error) return isAway(error.errorResponse);
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (error instanceof MongoServerError) return AWAY_CODES.has(Number(error.code));
  return error instanceof MongoError && AWAY.has(error.name);
}

/** The promise's value; when MongoDB was away, Unavailable in place of the driver's error. */
export async function translated<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw isAway(error) ? new Unavailable('MongoDB does not answer', { cause: error }) : error;
  }
}
