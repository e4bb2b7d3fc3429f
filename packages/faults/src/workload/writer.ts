import { command } from '@minzheng/http';
import { BaseSettings, defineService } from '@minzheng/service';
import { ApplicationId } from '@minzheng/types';
import { z } from 'zod';
import { count, Counter } from './counter.ts';

/** The service that is written to: one counter a key, one event a command. */
export const writer = defineService({
  name: 'writer',
  settings: BaseSettings,
  migrations: new URL('../../migrations/', import.meta.url),
  build: ({ store }) => {
    const counters = store.repository({ collection: 'counters', state: Counter });
    return {
      routes: [
        command({
          path: '/counters/:id/count',
          operationId: 'count',
          summary: 'Counts one up',
          roles: ['street-officer'],
          params: z.strictObject({ id: ApplicationId }),
          reply: { status: 200, body: Counter },
          decide: (tx, { params: { id }, at }) =>
            tx.apply(counters, id, (counter) => count(counter, id, at), { cause: { viewer: 'system' } }),
        }),
      ],
    };
  },
});
