import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Store } from '@minzheng/store';
import { account, decider, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = bench.store;
});
afterAll(() => bench.end());

interface RawRow {
  _id: string;
  [field: string]: unknown;
}
const raw = (name: string) => store.connection.getClient().db(store.connection.name).collection<RawRow>(name);

test('an audited read is on disk before the answer can be given', async () => {
  const entry = { action: 'person.read', object: 'person/p1', subjectPersonId: account('x').personId, purpose: 'case' };
  await store.auditRead({ viewer: decider, actor: 'staff-7', correlationId: 'c9' }, entry);
  const row = await raw('audit').findOne({ correlationId: 'c9' });
  expect(row).toMatchObject({ ...entry, actor: 'staff-7', sub: 's1' });
  expect(Object.keys(row ?? {}).toSorted((a, b) => a.localeCompare(b))).toEqual([
    '_id',
    'action',
    'actor',
    'at',
    'correlationId',
    'mac',
    'object',
    'purpose',
    'recordedAt',
    'sub',
    'subjectPersonId',
  ]);
});
