import { rateLimiter } from '@minzheng/http';
import { on } from '@minzheng/messaging';
import { Address, BaseSettings, defineService } from '@minzheng/service';
import { ApplicationSubmitted } from '@minzheng/types';
import { z } from 'zod';
import { Seen, seen, Tally, tally } from './tally.ts';
import { temperOf } from './temper.ts';

const Ms = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .default(0)
  .describe('milliseconds');

const Settings = BaseSettings.extend({ REDIS_URL: Address, BLOCK_MS: Ms, SLOW_MS: Ms });

const ofSubject = ({ subject }: { readonly subject: string }): string => subject;

/** The service that hears: two effects of each event, one that knows a repeated event and one that counts every delivery. */
export const reader = defineService({
  name: 'reader',
  settings: Settings,
  migrations: new URL('../../migrations/', import.meta.url),
  build: ({ store, settings: { BLOCK_MS: blockMs, SLOW_MS: slowMs, REDIS_URL: redisUrl } }) => {
    const tallies = store.repository({ collection: 'tallies', state: Tally });
    const deliveries = store.repository({ collection: 'deliveries', state: Seen });
    const temper = temperOf({ blockMs, slowMs });
    const limiter = rateLimiter({ redisUrl, keyPrefix: 'reader', points: 1_000_000, durationS: 60 });
    return {
      routes: [],
      reactions: [
        on(ApplicationSubmitted, {
          into: tallies,
          id: ofSubject,
          decide: (state, event) => {
            temper.meet(event.subject);
            return tally(state, event);
          },
        }),
        on(ApplicationSubmitted, { into: deliveries, id: ofSubject, decide: seen }),
      ],
      dependencies: [{ name: 'redis', isUp: () => limiter.isUp() }],
      close: () => limiter.close(),
    };
  },
});
