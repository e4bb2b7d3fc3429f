import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { testServers } from '@minzheng/testing';

jest.setTimeout(60_000);

function minzheng(typed: readonly string[], env: Record<string, string> = {}) {
  const main = join(import.meta.dirname, '../src/main.ts');
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=TimeoutNegativeWarning', main, ...typed],
      { env: { PATH: process.env['PATH'] ?? '', ...env } },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

describe('what makes no sense ends with 2 and says what would', () => {
  test.each([
    [['explode'], 'no such command: explode'],
    [['ops', 'explode'], 'no such command: ops explode'],
    [['ops', 'accept-gap', 'people', 'minzheng.people.v1', '0'], 'accept-gap takes GROUP TOPIC PARTITION NEXT FOUND'],
    [['ops', 'accept-gap', 'gardening', 't', '0', '1', '2'], 'no such service: gardening'],
    [['verify', '--service', 'gardening'], 'no such service: gardening'],
    [['verify', '--wait', 'long'], '--wait takes a whole number'],
    [['verify', '--colour'], "Unknown option '--colour'"],
  ])('%j', async (typed, words) => {
    const { code, err } = await minzheng(typed);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain('minzheng verify');
  });
});

describe('what is missing ends with 1 and one line', () => {
  test.each([
    [
      ['verify', '--platform', '/nowhere/platform.json'],
      {},
      'no running platform: /nowhere/platform.json is not there',
    ],
    [['migrate'], {}, 'MONGODB_URI should be'],
    [['topics', 'apply'], {}, 'KAFKA_BROKERS should be'],
  ])('%j', async (typed, env, words) => {
    const { code, err } = await minzheng(typed, env);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

test('topics apply makes what is missing, and the second time finds it there', async () => {
  const { kafkaBrokers } = testServers();
  const prefix = `cli${process.pid}-`;
  const env = { KAFKA_BROKERS: kafkaBrokers.join(','), TOPIC_PREFIX: prefix };
  const first = await minzheng(['topics', 'apply', '--partitions', '2'], env);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('minzheng.applications.v1');
  expect(await minzheng(['topics', 'apply', '--partitions', '2'], env)).toMatchObject({
    code: 0,
    out: 'every topic is there\n',
  });
});
