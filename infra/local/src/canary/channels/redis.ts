import { Redis } from 'ioredis';
import { type Channel, type Item, textItem } from '../channel.ts';

const OWN_DATABASE = 5;
const LINE = Buffer.from('\n');

/** Every key of every database, whatever its type, and what the server says of itself and its clients. */
export const redisKeys: Channel = {
  name: 'redis',
  async *read({ platform }) {
    const redis = new Redis(platform.redisUrl);
    try {
      const info = await redis.info('everything');
      yield textItem('info', info);
      for (const asked of [
        ['SLOWLOG', 'GET', '-1'],
        ['CLIENT', 'LIST'],
        ['CONFIG', 'GET', '*'],
        ['ACL', 'LOG'],
        ['PUBSUB', 'CHANNELS'],
      ] as const)
        yield textItem(
          asked[0].toLowerCase(),
          JSON.stringify(await redis.call(...(asked as unknown as [string, ...string[]]))),
        );
      for (const [, database] of info.matchAll(/^db(\d+):/gm)) yield* keysOf(redis, Number(database));
    } finally {
      redis.disconnect();
    }
  },
  async plant({ platform }, bytes) {
    const redis = new Redis({ ...addressOf(platform.redisUrl), db: OWN_DATABASE });
    await redis.hset('planted', 'inside', bytes);
    redis.disconnect();
  },
};

/** What Redis was told while the story went on; what it held for a second only, too. */
export const redisCommands: Channel = {
  name: 'redis commands',
  async *read({ redisCommands: spool }) {
    for await (const bytes of spool.read()) yield { where: 'monitor', bytes };
  },
  async plant({ platform }, bytes) {
    const redis = new Redis(platform.redisUrl);
    await redis.set('planted', bytes, 'PX', 1);
    await redis.del('planted');
    redis.disconnect();
  },
};

function addressOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

async function* keysOf(redis: Redis, database: number): AsyncGenerator<Item> {
  await redis.select(database);
  for await (const page of redis.scanBufferStream() as AsyncIterable<Buffer[]>)
    for (const key of page)
      yield { where: `database ${database}`, bytes: Buffer.concat([key, LINE, await valueOf(redis, key)]) };
}

/** By its own type: a dump would be packed. */
async function valueOf(redis: Redis, key: Buffer): Promise<Buffer> {
  const type = await redis.type(key);
  const ask: Record<string, () => Promise<unknown>> = {
    string: () => redis.getBuffer(key),
    hash: () => redis.callBuffer('HGETALL', key),
    list: () => redis.callBuffer('LRANGE', key, 0, -1),
    set: () => redis.callBuffer('SMEMBERS', key),
    zset: () => redis.callBuffer('ZRANGE', key, 0, -1, 'WITHSCORES'),
    stream: () => redis.callBuffer('XRANGE', key, '-', '+'),
    none: () => Promise.resolve(null),
  };
  const read = ask[type];
  if (read === undefined) throw new Error(`a type of Redis that nobody reads: ${type}`);
  return flat(await read());
}

function flat(value: unknown): Buffer {
  if (Array.isArray(value)) return Buffer.concat(value.flatMap((one) => [flat(one), LINE]));
  if (Buffer.isBuffer(value)) return value;
  return Buffer.from(typeof value === 'string' || typeof value === 'number' ? String(value) : '');
}
