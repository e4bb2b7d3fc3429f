import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { duplicateKeyOf } from './duplicate-key.ts';

const { MongoServerError } = mongoose.mongo;

test('a duplicate key names its collection and index', () => {
  const message =
    'E11000 duplicate key error collection: payments.payments index: one_unfinished dup key: { x: "secret" }';
  expect(duplicateKeyOf(new MongoServerError({ message, code: 11_000 }))).toEqual({
    collection: 'payments',
    index: 'one_unfinished',
  });
});

test('any other error is not one', () => {
  expect(duplicateKeyOf(new MongoServerError({ message: 'x', code: 112 }))).toBeUndefined();
  expect(duplicateKeyOf(new Error('E11000'))).toBeUndefined();
});
