import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findRedisServer } from '../fetch/redis-program.ts';
import { waitUntil } from '../processes/wait-until.ts';
import type { PlainServer, PlainServerRequest } from './plain-server.ts';

const readyLimitMs = 30_000;
const largestMemory = '64mb';

/** redis-server with an append-only file, so that a second start finds its limits where it left them. */
export async function startPlainRedis(request: PlainServerRequest): Promise<PlainServer> {
  const program = await findRedisServer(request.serversDir, request.tell);
  const [port = 0] = request.ports;
  await mkdir(request.dataDir, { recursive: true });
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', request.dataDir, '--appendonly', 'yes'];
  const limits = ['--save', '', '--maxmemory', largestMemory, '--maxmemory-policy', 'noeviction'];
  const process = await request.keep({
    name: 'redis',
    command: program,
    args: [...args, ...limits],
    logFile: join(request.logsDir, 'redis.log'),
  });
  const address = `127.0.0.1:${port}`;
  await waitForRedis(`redis://${address}`, () => process.ends() > 0);
  return { addresses: [address], kept: [process] };
}

/** Waits until Redis answers a ping. */
export async function waitForRedis(url: string, hasFailed: () => boolean = () => false): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return (await redis.ping()) === 'PONG';
    } finally {
      redis.disconnect();
    }
  };
  await waitUntil('Redis', readyLimitMs, isReady, hasFailed);
}
