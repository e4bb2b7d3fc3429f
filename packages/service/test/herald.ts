import { command, query } from '@minzheng/http';
import { on } from '@minzheng/messaging';
import { BaseSettings, defineService } from '@minzheng/service';
import type { ServiceContext, ServiceParts } from '@minzheng/service';
import type { Repository } from '@minzheng/store';
import { decided, PersonId, PersonRegistered } from '@minzheng/types';
import { z } from 'zod';

const Tally = z.strictObject({ id: z.string(), heard: z.int() });
type Tally = z.output<typeof Tally>;

const IdParams = z.strictObject({ id: PersonId });

function build({ store }: ServiceContext): ServiceParts {
  const tallies: Repository<Tally> = store.repository({ collection: 'tallies', state: Tally, scope: () => ({}) });
  return {
    routes: [
      command({
        path: '/people/:id/announce',
        operationId: 'announcePerson',
        summary: 'Tells the others of a person',
        roles: ['street-officer'],
        params: IdParams,
        reply: { status: 202, body: z.strictObject({ id: z.string() }) },
        decide: async (tx, { params: { id } }) => {
          const told = PersonRegistered.of({ subject: id, personId: id, data: { personId: id } });
          const announce = (state: Tally | undefined) => decided(state ?? { id, heard: 0 }, told);
          await tx.apply(tallies, id, announce, { cause: { viewer: 'system' } });
          return { id };
        },
      }),
      query({
        path: '/people/:id',
        operationId: 'readAnnounced',
        summary: 'Reads how often a person was heard of',
        roles: ['street-officer'],
        params: IdParams,
        reply: { body: Tally },
        read: ({ params: { id } }) => tallies.get('system', id),
      }),
    ],
    reactions: [
      on(PersonRegistered, {
        into: tallies,
        id: ({ data }) => data.personId,
        decide: (state, { data }) => decided({ id: data.personId, heard: (state?.heard ?? 0) + 1 }),
      }),
    ],
  };
}

/** A service that hears what it tells: one request shows page → outbox → Kafka → effect. */
export const herald = defineService({
  name: 'herald',
  settings: BaseSettings,
  migrations: new URL('./migrations/', import.meta.url),
  build,
});
