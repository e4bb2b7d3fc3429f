import mongoose from 'mongoose';

const { MongoServerError } = mongoose.mongo;
const DUPLICATE = 11_000;
const WHERE = /collection: [^.\s]+\.(\S+) index: (\S+)/;

/** Which unique index of which collection a write ran into; undefined for any other error. The value itself is never looked at. */
export function duplicateKeyOf(error: unknown): { collection: string; index: string } | undefined {
  if (!(error instanceof MongoServerError) || error.code !== DUPLICATE) return undefined;
  const [, collection = 'unknown', index = 'unknown'] = WHERE.exec(error.message) ?? [];
  return { collection, index };
}
