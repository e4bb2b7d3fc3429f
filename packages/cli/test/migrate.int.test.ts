import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { testPlatform } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import { migrate } from '../src/migrate.ts';

jest.setTimeout(60_000);

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform();
});

afterAll(async () => {
  await platform.database('notifications').dropDatabase();
  await platform.stop();
});

test('migrations of the store and of the service run once; the second time the database is up to date', async () => {
  const said: string[] = [];
  const options = {
    services: ['notifications'],
    env: { MONGODB_URI: platform.servers.mongodbUri },
    say: (line: string) => void said.push(line),
    databaseOf: (service: string) => platform.databaseName(service),
  };
  await migrate(options);
  await migrate(options);
  expect(said[0]).toMatch(/^notifications: store\/0001-\S+.*0001-contacts-and-messages/);
  expect(said[1]).toBe('notifications: up to date');
  const indexes = await platform.database('notifications').collection('messages').indexes();
  expect(indexes).toContainEqual(expect.objectContaining({ name: 'one-per-event-and-recipient', unique: true }));
});
