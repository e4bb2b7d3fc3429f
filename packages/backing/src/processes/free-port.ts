import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Systems take the ports of outgoing connections from above these: one of those could be gone before its server listens. */
const lowest = 10_000;
const highest = 32_000;

/** `count` distinct loopback ports that were free a moment ago, at random, so that platforms started together do not meet. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(lowest, highest);
    if (!ports.has(port) && (await isPortFree(port))) ports.add(port);
  }
  return [...ports];
}

/** The first of `count` consecutive loopback ports that were free a moment ago, chosen at random. */
export async function freePortBlock(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(lowest, highest - count);
    if (await areAllFree(first, count)) return first;
  }
}

async function areAllFree(first: number, count: number): Promise<boolean> {
  for (let port = first; port < first + count; port += 1) if (!(await isPortFree(port))) return false;
  return true;
}

/** True when nothing listens on this loopback port. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    await close(await listen(port));
    return true;
  } catch {
    return false;
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
