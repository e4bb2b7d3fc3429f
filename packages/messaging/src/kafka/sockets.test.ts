import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { SilentBrokers } from './silent-brokers.ts';
import { Sockets } from './sockets.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listening(): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const plain = (port: number, onConnect = (): void => undefined) =>
  ({ host: '127.0.0.1', port, onConnect }) as Parameters<Sockets['factory']>[0];

async function opened(sockets: Sockets, port: number): Promise<Socket> {
  const connected = Promise.withResolvers<void>();
  const socket = sockets.factory(plain(port, connected.resolve));
  socket.on('error', () => undefined);
  await connected.promise;
  return socket;
}

const atRest = { monotonicMs: () => 0 };

test('a broker that lets a request time out is cut and shunned for a while; the others stay', async () => {
  const [mute, well] = [await listening(), await listening()];
  let nowMs = 0;
  const sockets = new Sockets(new SilentBrokers({ monotonicMs: () => nowMs }));
  const [toMute, toWell] = [await opened(sockets, mute), await opened(sockets, well)];
  sockets.timedOut(`127.0.0.1:${mute}`);
  expect([toMute.destroyed, toWell.destroyed]).toEqual([true, false]);
  const refused = sockets.factory(plain(mute));
  refused.on('error', () => undefined);
  expect(refused.destroyed).toBe(true);
  nowMs = 5_000;
  const again = await opened(sockets, mute);
  expect(again.destroyed).toBe(false);
  sockets.cut();
  expect([toWell.destroyed, again.destroyed]).toEqual([true, true]);
});

test('a route leads elsewhere than the brokers say, and a broker is still known by the name they gave', async () => {
  const real = await listening();
  const sockets = new Sockets(new SilentBrokers(atRest), ({ host }) => ({ host, port: real }));
  const socket = await opened(sockets, 1);
  expect(socket.remotePort).toBe(real);
  sockets.timedOut('127.0.0.1:1');
  expect(socket.destroyed).toBe(true);
});
