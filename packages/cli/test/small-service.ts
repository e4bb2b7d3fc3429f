import { command } from '@minzheng/http';
import { on } from '@minzheng/messaging';
import { BaseSettings, defineService } from '@minzheng/service';
import { decided, PersonId, PersonRegistered } from '@minzheng/types';
import { z } from 'zod';

const Person = z.strictObject({ id: PersonId });

/** The whole path with nothing else in it: a command tells, the outbox publishes, a reaction hears. */
export const smallService = defineService({
  name: 'people',
  settings: BaseSettings,
  migrations: new URL('migrations/', import.meta.url),
  build: ({ store }) => {
    const registered = store.repository({ collection: 'registered', state: Person });
    const seen = store.repository({ collection: 'seen', state: Person });
    return {
      routes: [
        command({
          path: '/people',
          operationId: 'register',
          summary: 'Registers somebody',
          roles: ['street-officer'],
          reply: { status: 201, body: z.strictObject({ personId: PersonId }) },
          decide: async (tx) => {
            const id = PersonId.parse(tx.newId());
            const told = PersonRegistered.of({ subject: id, personId: id, data: { personId: id } });
            await tx.apply(registered, id, () => decided({ id }, told), { cause: { viewer: 'system' } });
            return { personId: id };
          },
        }),
      ],
      reactions: [
        on(PersonRegistered, {
          into: seen,
          id: ({ data }) => data.personId,
          decide: (state, { data }) => (state ? 'ignore' : decided({ id: data.personId })),
        }),
      ],
    };
  },
});
