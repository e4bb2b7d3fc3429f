import { command, outbound, query } from '@minzheng/http';
import { on } from '@minzheng/messaging';
import { Address, BaseSettings, defineService, errand, onDue } from '@minzheng/service';
import type { ServiceContext, ServiceParts } from '@minzheng/service';
import type { Repository } from '@minzheng/store';
import { decided, Instant, instant, PersonId, PersonRegistered, refuse, withDeadlines } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

const Settings = BaseSettings.extend({ CALLED_URL: Address });

const Tally = z.strictObject({
  id: z.string(),
  registered: z.int(),
  rungAt: Instant.optional(),
  call: z.enum(['none', 'asked', 'answered']),
});
type Tally = z.output<typeof Tally>;

const RING_AFTER_MS = 200;

const ring = (state: Tally | undefined, at: Instant): Decision<Tally> =>
  state === undefined ? refuse('request.not-found') : decided({ ...state, rungAt: at });

const ask = (at: Instant, id: string): Decision<Tally> =>
  withDeadlines(decided({ id, registered: 0, call: 'asked' as const }), [
    { kind: 'tally.call', subject: id, dueAt: at },
  ]);

function build({ settings, store }: ServiceContext<z.output<typeof Settings>>): ServiceParts {
  const tallies: Repository<Tally> = store.repository({ collection: 'tallies', state: Tally, scope: () => ({}) });
  const called = outbound({ name: 'called', baseUrl: settings.CALLED_URL, timeoutMs: 1_000 });
  return {
    routes: [
      command({
        path: '/tallies/:id/ask',
        operationId: 'askTally',
        summary: 'Calls the outside',
        roles: ['street-officer'],
        params: z.strictObject({ id: PersonId }),
        reply: { status: 202, body: z.strictObject({ id: z.string() }) },
        decide: async (tx, { params: { id }, at }) => {
          const tally = await tx.apply(tallies, id, () => ask(at, id), { cause: { viewer: 'system' } });
          return { id: tally.id };
        },
      }),
      query({
        path: '/tallies/:id',
        operationId: 'readTally',
        summary: 'Reads a tally',
        roles: ['street-officer'],
        params: z.strictObject({ id: PersonId }),
        reply: { body: Tally },
        read: ({ params: { id } }) => tallies.get('system', id),
      }),
    ],
    reactions: [
      on(PersonRegistered, {
        into: tallies,
        id: ({ data }) => data.personId,
        decide: (state, { data }, at) => {
          if (state !== undefined) return 'ignore';
          const deadline = { kind: 'tally.ring', subject: data.personId, dueAt: instant.plus(at, RING_AFTER_MS) };
          return withDeadlines(decided({ id: data.personId, registered: 1, call: 'none' as const }), [deadline]);
        },
      }),
    ],
    jobs: [
      onDue('tally.ring', { into: tallies, decide: ring }),
      errand('tally.call', async ({ subject }, context) => {
        await called.call('tell', { method: 'POST', path: '/tell', body: { subject } });
        await context.store.commit(context.cause, async (tx) => {
          tx.unschedule('tally.call', subject);
          await tx.apply(tallies, subject, (state) =>
            state === undefined ? refuse('request.not-found') : decided({ ...state, call: 'answered' as const }),
          );
        });
      }),
    ],
    checks: [{ name: 'tallies-answered', run: () => answered(tallies) }],
    close: () => called.close(),
  };
}

async function answered(tallies: Repository<Tally>): ReturnType<NonNullable<ServiceParts['checks']>[number]['run']> {
  const [waiting] = await tallies.list('system', { call: 'asked' }, { limit: 1 });
  return waiting === undefined ? { ok: true } : { ok: false, culprit: `tally ${waiting.id}` };
}

/** A service with one of everything: a command, a query, a reaction, a pure job, an errand, a check. */
export const tally = defineService({
  name: 'tally',
  settings: Settings,
  migrations: new URL('./migrations/', import.meta.url),
  build,
});
