import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBus, startBroadcast } from '@minzheng/messaging';
import type { Address, Broadcast, Bus } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { systemClocks } from '@minzheng/types';
import { eventually, recordOf, testBench, TOPIC } from './fixture.ts';
import type { Bench } from './fixture.ts';

let bench: Bench;
let way: Way;
let bus: Bus;
let broadcast: Broadcast;
const heard: string[] = [];
const onEvent = ({ subject }: { subject: string }): void => void heard.push(subject);

beforeAll(async () => {
  bench = await testBench(process.env);
  await bench.send(recordOf('before', 1));
  way = await openWay();
  const log = createLogger({ service: 'test', level: 'silent' });
  const brokers = (process.env['MINZHENG_TEST_KAFKA'] ?? '').split(',');
  const { topicPrefix } = bench;
  bus = openBus({ brokers, topicPrefix, clientId: 'live', route: way.route }, { log, clocks: systemClocks });
  broadcast = startBroadcast(bus, { group: 'live.one', topics: [TOPIC], onEvent });
  await broadcast.begun;
}, 60_000);

afterAll(async () => {
  await broadcast.stop();
  await bus.close();
  way.close();
  await bench.end();
}, 60_000);

test('tells what happens from its beginning on, and nothing from before', async () => {
  await bench.send(recordOf('k1', 1), recordOf('k2', 1));
  await eventually(() => expect(heard.toSorted()).toEqual(['k1', 'k2']));
}, 60_000);

test('passes over a message that is none', async () => {
  await bench.send({ topic: TOPIC, key: 'k3', value: '{bad json', headers: {} }, recordOf('k3', 1));
  await eventually(() => expect(heard).toContain('k3'));
}, 60_000);

test('misses nothing while Kafka cannot be reached, and tells it afterwards, once', async () => {
  way.cut();
  await bench.send(...Array.from({ length: 20 }, (_, i) => recordOf(`away-${i}`, 1)));
  way.restore();
  await bench.send(recordOf('after', 1));
  const expected = [...Array.from({ length: 20 }, (_, i) => `away-${i}`), 'after'].toSorted();
  await eventually(() => expect(heard.filter((one) => /^away|^after/.test(one)).toSorted()).toEqual(expected), 60_000);
}, 90_000);

interface Way {
  readonly route: (address: Address) => Address;
  cut(): void;
  restore(): void;
  close(): void;
}

/** A way to the one broker that can be cut, as a network can. */
async function openWay(): Promise<Way> {
  const open = new Set<Socket>();
  let isCut = false;
  let broker: Address | undefined;
  const server = createServer((near) => {
    if (isCut || broker === undefined) {
      near.destroy();
      return;
    }
    const far = connect(broker);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => undefined).on('close', () => to.destroy());
      from.pipe(to);
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const cutAll = (): void => open.forEach((socket) => socket.destroy());
  return {
    route: (address) => {
      broker = address;
      return { host: '127.0.0.1', port };
    },
    cut: () => {
      isCut = true;
      cutAll();
    },
    restore: () => void (isCut = false),
    close: () => {
      cutAll();
      server.close();
    },
  };
}
