import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { ServiceProcess } from '@minzheng/testing';
import { subscriptions } from '../src/main.ts';
import { patience, SharingWorld } from './sharing-world.ts';

jest.setTimeout(120_000);

const main = new URL('../src/main.ts', import.meta.url);
let world: SharingWorld;
let service: ServiceProcess;

beforeAll(async () => {
  world = await SharingWorld.open();
  service = await world.platform.spawn(subscriptions, main, patience);
});

afterAll(() => world.close());

test('killed while events are on their way: after the restart each comes under the same id, none is lost, the order holds', async () => {
  const agency = await world.agency();
  const { subscriptionId } = await agency.listen();
  await agency.act(subscriptionId, 'disable');
  const subjects = Array.from({ length: 3 }, () => randomUUID());
  for (const subject of [...subjects, ...subjects]) await agency.happen(subject);
  await world.platform.eventually(async () => expect(await agency.deliveries(subscriptionId)).toHaveLength(6), 30_000);
  await world.control('hang', 3);
  await agency.act(subscriptionId, 'enable');
  await world.platform.eventually(async () => expect(await agency.received()).toHaveLength(3));
  await service.kill();
  service = await world.platform.spawn(subscriptions, main, patience);
  const received = await world.platform.eventually(async () => {
    const items = await agency.received();
    expect(items).toHaveLength(9);
    return items;
  }, 60_000);
  const ids = received.map(({ webhookId }) => webhookId);
  expect(new Set(ids).size).toBe(6);
  for (const ofSubject of Map.groupBy(received, ({ event }) => event?.subject).values()) {
    expect(ofSubject.map(({ event, isRepeated }) => [event?.sequence, isRepeated])).toEqual([
      ['000000000001', false],
      ['000000000001', true],
      ['000000000002', false],
    ]);
  }
});

test('told to stop, it ends with 0', async () => {
  expect(await service.stop()).toBe(0);
});
