import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testPlatform } from '@minzheng/testing';
import type { TestClock, TestPlatform } from '@minzheng/testing';
import { Instant, instant, PersonId, PersonRegistered } from '@minzheng/types';
import type { Running } from '@minzheng/service';
import { tally } from './tally.ts';

const begins = Instant.parse('2025-10-08T01:00:00.000Z');
const env = { CIVIL_CLOCK: begins, CALLED_URL: 'http://127.0.0.1:1' };
const officer = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' } as const;

let platform: TestPlatform;
let clock: TestClock;
let running: Running;

beforeAll(async () => {
  platform = await testPlatform();
  running = await platform.start(tally, env);
  clock = platform.clock('tally');
}, 60_000);

afterAll(() => platform.stop(), 30_000);

const registered = (id: string, time: Instant): Promise<void> => {
  const personId = PersonId.parse(id);
  return platform.publish(PersonRegistered.of({ subject: id, personId, data: { personId } }), { time });
};

const settled = () =>
  platform.eventually(async () => {
    const standing = await clock.standing();
    expect(standing.waitsFor).toBeUndefined();
    return standing;
  });

const rungAt = async (id: string): Promise<unknown> =>
  (await platform.as(officer).get<{ rungAt?: string }>('tally', `/tallies/${id}`)).body.rungAt;

describe('a civil clock that is moved', () => {
  test('stands still, and a deadline waits for it', async () => {
    await registered('p-1', begins);
    await platform.eventually(async () => expect((await clock.standing()).nextDueAt).toBeDefined());
    expect(await settled()).toMatchObject({ now: begins, nextDueAt: instant.plus(begins, 200), parked: [] });
    expect(await rungAt('p-1')).toBeUndefined();
  });

  test('moved to a deadline, has it met at that very moment', async () => {
    const due = await clock.toNextDue();
    const { now, nextDueAt } = await settled();
    expect([now, nextDueAt]).toEqual([due, undefined]);
    expect(await rungAt('p-1')).toBe(due);
  });

  test('never goes back', async () => {
    await clock.moveTo(begins);
    expect((await clock.standing()).now).toBe(instant.plus(begins, 200));
  });

  test('follows an event from a process that was told the time earlier', async () => {
    const ahead = Instant.parse('2025-10-20T01:00:00.000Z');
    await registered('p-2', ahead);
    await platform.eventually(async () => expect((await clock.standing()).now).toBe(ahead));
    expect((await settled()).nextDueAt).toBe(instant.plus(ahead, 200));
  });

  test('is where it was after a restart', async () => {
    const at = Instant.parse('2025-11-03T01:00:00.000Z');
    await clock.moveTo(at);
    await settled();
    await running.stop();
    running = await platform.start(tally, env);
    expect((await clock.standing()).now).toBe(at);
  });

  test('waits for what was parked as long as its retry is due, and names it', async () => {
    await platform.publishRaw('minzheng.people.v1', 'person-poison', 'not json', { 'content-type': 'text/plain' });
    await platform.eventually(async () => {
      const { parked, waitsFor } = await clock.standing();
      // Its own group reads the topic, and the one that hears of merges.
      expect(parked).toHaveLength(2);
      expect(parked.map((id) => `the retry of ${id}`)).toContain(waitsFor);
    });
  });

  test('is no door of a service whose clock is real', async () => {
    await running.stop();
    const { CIVIL_CLOCK: _, ...real } = env;
    running = await platform.start(tally, real);
    await expect(clock.standing()).rejects.toThrow('the clock answers 404');
  });
});
