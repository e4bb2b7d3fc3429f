import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { isAway, translated } from './translated.ts';

const { MongoBulkWriteError, MongoNetworkError, MongoServerError } = mongoose.mongo;

const inBulk = (error: ConstructorParameters<typeof MongoBulkWriteError>[0]) =>
  new MongoBulkWriteError(error, {} as ConstructorParameters<typeof MongoBulkWriteError>[1]);

test.each([
  ['a lost connection', new MongoNetworkError('interrupted due to server monitor timeout'), true],
  ['a primary that steps down', new MongoServerError({ message: 'stepping down', code: 189 }), true],
  ['a document that is too large', new MongoServerError({ message: 'too large', code: 17_419 }), false],
  // A frozen primary ended commands with this one, and they were taken for bugs: answered with 500, and parked by consumers.
  ['a lost connection in the middle of a bulk write', inBulk(new MongoNetworkError('interrupted')), true],
  ['a primary that steps down in a bulk write', inBulk(new MongoServerError({ message: 'x', code: 189 })), true],
  ['a duplicate key in a bulk write', inBulk(new MongoServerError({ message: 'E11000', code: 11_000 })), false],
])('%s: away is %s', async (_, error, expected) => {
  expect(isAway(error)).toBe(expected);
  const outcome = await translated(Promise.reject(error)).catch((thrown: Error) => thrown.name);
  expect(outcome).toBe(expected ? 'Unavailable' : error.name);
});
