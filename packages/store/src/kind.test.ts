import { expect, test } from '@jest/globals';
import { PersonId } from '@minzheng/types';
import type { mongo } from 'mongoose';
import { z } from 'zod';
import { aggregateKind, kindBehind } from './kind.ts';
import type { Repository } from './repository.ts';

const db = { collection: () => ({}) } as unknown as mongo.Db;
const State = z.object({ id: z.string(), personId: PersonId, holder: z.string() });
const personOf = (state: z.infer<typeof State>) => state.personId;

test.each<[string, () => unknown, string]>([
  [
    'a field that the store keeps itself',
    () => aggregateKind(db, { collection: 'c', state: State.extend({ version: z.int() }) }),
    'version',
  ],
  [
    'a blind index on a field that is not sealed',
    () => aggregateKind(db, { collection: 'c', state: State, sealed: { personOf, fields: [], blind: ['holder'] } }),
    'not sealed',
  ],
  [
    'a sealed field that the schema does not have',
    () => aggregateKind(db, { collection: 'c', state: State, sealed: { personOf, fields: ['colour' as 'holder'] } }),
    'colour',
  ],
  [
    'a schema without an id',
    () => aggregateKind(db, { collection: 'c', state: z.object({ a: z.int() }) as unknown as typeof State }),
    'id',
  ],
])('a declaration with %s is refused', (_, declare, word) => {
  expect(declare).toThrow(TypeError);
  expect(declare).toThrow(word);
});

test('a repository that no store made is refused', () => {
  expect(() => kindBehind({ collection: 'c' } as Repository<z.infer<typeof State>>)).toThrow(TypeError);
});
