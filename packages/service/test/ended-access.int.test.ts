import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startService } from '@minzheng/service';
import type { Running } from '@minzheng/service';
import { testPlatform } from '@minzheng/testing';
import type { Answer, ProblemBody, TestPlatform } from '@minzheng/testing';
import { LocalDate, StaffAccessEnded, StaffNo } from '@minzheng/types';
import { tally } from './tally.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

const MAIN = new URL('./tally-main.ts', import.meta.url);
const env = { CALLED_URL: 'http://127.0.0.1:1' };
/** More rows than are read at once. */
const MANY = 1_500;

let platform: TestPlatform;
let first: Running;
let second: { readonly url: string };

beforeAll(async () => {
  platform = await testPlatform();
  first = await platform.start(tally, env);
  second = await platform.spawn(tally, MAIN, env);
});
afterAll(async () => {
  await platform?.stop();
});

const ask = (url: string, staffNo: string, method: 'get' | 'post', path: string): Promise<Answer<ProblemBody>> => {
  platform.route('tally', url);
  const roles = path.startsWith('/ops') ? (['sre'] as const) : (['street-officer'] as const);
  return platform.as({ roles, division: '330302006', staffNo })[method]('tally', path);
};

const endAccess = (staffNo: string): Promise<void> => {
  const data = { staffNo: StaffNo.parse(staffNo), endedOn: LocalDate.parse('2026-11-26') };
  return platform.publish(StaffAccessEnded.of({ subject: staffNo, data }));
};

const expectOut = (answer: Answer<ProblemBody>): void =>
  expect(answer).toMatchObject({ status: 403, body: { code: 'auth.access-ended' } });

describe('somebody who has left', () => {
  test('is let in by no process of the service any more, to nothing; a colleague is', async () => {
    for (const { url } of [first, second]) {
      expect(await ask(url, 'SO-1', 'get', '/tallies/p-1')).toMatchObject({ body: { code: 'request.not-found' } });
    }
    await endAccess('SO-1');
    for (const { url } of [first, second]) {
      await platform.eventually(async () => expectOut(await ask(url, 'SO-1', 'get', '/tallies/p-1')));
      expectOut(await ask(url, 'SO-1', 'post', '/tallies/p-1/ask'));
      expectOut(await ask(url, 'SO-1', 'get', '/ops/status'));
      expect(await ask(url, 'SO-2', 'get', '/tallies/p-1')).toMatchObject({ body: { code: 'request.not-found' } });
    }
    expect(await platform.database('tally').collection('tallies').countDocuments()).toBe(0);
  });

  test('reads why in the language asked for', async () => {
    platform.route('tally', first.url);
    const leaver = platform.as({ role: 'street-officer', division: '330302006', staffNo: 'SO-1' });
    const titleIn = async (language: string): Promise<string | undefined> =>
      (await leaver.get('tally', '/tallies/p-1', { headers: { 'accept-language': language } })).body.title;
    expect(await titleIn('zh-CN')).toMatch(/离岗/);
    expect(await titleIn('en')).toMatch(/left your post/);
  });

  test('told twice is one row, and nothing is parked', async () => {
    await endAccess('SO-1');
    await endAccess('SO-3');
    await platform.eventually(async () => expectOut(await ask(second.url, 'SO-3', 'get', '/tallies/p-1')));
    const database = platform.database('tally');
    expect(await database.collection('ended_access').countDocuments()).toBe(2);
    expect(await database.collection('parked').countDocuments()).toBe(0);
  });

  test('is out from the first request after a start, Kafka or no Kafka', async () => {
    const alone = await startService(tally, platform.envOf('tally', { ...env, KAFKA_BROKERS: '127.0.0.1:1' }));
    expectOut(await ask(alone.url, 'SO-1', 'get', '/tallies/p-1'));
    await alone.stop();
  });

  test('is found among more than are read at once', async () => {
    const rows = Array.from({ length: MANY }, (_, i) => ({ _id: `X-${i}`, version: 1, endedOn: '2026-11-26' }));
    await platform.database('tally').collection<{ _id: string }>('ended_access').insertMany(rows);
    for (const staffNo of ['X-0', 'X-1499', 'X-999', 'SO-1']) {
      await platform.eventually(async () => expectOut(await ask(first.url, staffNo, 'get', '/tallies/p-1')));
    }
  });
});

test('a service that is new begins at the earliest: who left before it came is out', async () => {
  const young = { ...tally, name: 'young' };
  const running = await platform.start(young, env);
  await platform.eventually(async () => expectOut(await ask(running.url, 'SO-1', 'get', '/tallies/p-1')));
});
