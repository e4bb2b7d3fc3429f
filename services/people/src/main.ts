import { rateLimiter } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { defineService, run } from '@minzheng/service';
import { openCollections } from './adapters/collections.ts';
import { Settings } from './config.ts';
import { mergeRoutes } from './routes/merge-persons.ts';
import { readPerson } from './routes/read-person.ts';
import { resolvePerson } from './routes/resolve-person.ts';
import type { Door } from './routes/resolve-person.ts';

const ONE_MINUTE_S = 60;

/** The whole table, of what stands behind it; the contract is generated from it. */
export const routes = (door: Door): Route[] => [
  resolvePerson(door),
  readPerson(door.collections),
  ...mergeRoutes(door.collections),
];

export const people = defineService({
  name: 'people',
  settings: Settings,
  migrations: new URL('../migrations/', import.meta.url),
  build: ({ settings, store }) => {
    const collections = openCollections(store);
    const limiter = rateLimiter({
      redisUrl: settings.REDIS_URL,
      keyPrefix: `${settings.TOPIC_PREFIX}people-resolve`,
      points: settings.RESOLVES_PER_MINUTE,
      durationS: ONE_MINUTE_S,
    });
    return {
      routes: routes({ collections, limiter, vault: store.vault, district: settings.DISTRICT }),
      dependencies: [{ name: 'redis', isUp: () => limiter.isUp() }],
      close: () => limiter.close(),
    };
  },
});

if (import.meta.main) await run(people, process.env);
