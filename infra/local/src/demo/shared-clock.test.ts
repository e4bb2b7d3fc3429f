import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Instant } from '@minzheng/types';
import { SharedClock } from './shared-clock.ts';

const moved: string[] = [];
let gateway: Server;
let clock: SharedClock;

beforeAll(async () => {
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      moved.push((JSON.parse(body) as { advanceTo: string }).advanceTo);
      response.end('{}');
    });
  });
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
});

afterAll(() => void gateway.close());

beforeEach(() => {
  moved.length = 0;
  clock = new SharedClock(`http://127.0.0.1:${(gateway.address() as AddressInfo).port}`);
});

const at = (day: number): Instant => Instant.parse(`2025-10-${day}T01:00:00.000Z`);

test('it moves when everybody waits, to the earliest moment, and nobody hears of a later one', async () => {
  const told: string[] = [];
  const story = (name: string, days: readonly number[]) => async (): Promise<void> => {
    for (const day of days) {
      await clock.passTo(at(day));
      told.push(`${name} ${day}`);
    }
  };
  await clock.carry([story('a', [10, 20]), story('b', [15]), story('c', [])]);
  expect(moved).toEqual([at(10), at(15), at(20)]);
  expect(told).toEqual(['a 10', 'b 15', 'a 20']);
});

test('it does not move while somebody is at work', async () => {
  const work = Promise.withResolvers<void>();
  const carried = clock.carry([() => clock.passTo(at(10)), () => work.promise]);
  await new Promise((passed) => setTimeout(passed, 50));
  expect(moved).toEqual([]);
  work.resolve();
  await carried;
  expect(moved).toEqual([at(10)]);
});

test('alone it is moved as any clock', async () => {
  await clock.passTo(at(12));
  expect(moved).toEqual([at(12)]);
});
