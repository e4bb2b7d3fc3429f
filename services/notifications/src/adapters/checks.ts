import type { Check } from '@minzheng/service';
import type { Repositories } from './repositories.ts';

/** Looks at the messages that have waited longest; whoever waits in vain is among them. */
const LOOKED_AT = 1_000;

/** A message may wait only while there is no contact to send it to. */
export function nobodyWaitsInVain({ contacts, messages }: Repositories): Check {
  return {
    name: 'nobody-waits-in-vain',
    run: async () => {
      const waiting = await messages.list(
        'system',
        { status: 'waiting-for-contact' },
        { sort: { by: 'changedAt' }, limit: LOOKED_AT },
      );
      const personIds = [...new Set(waiting.map(({ personId }) => personId))];
      const reachable = await contacts.list(
        'system',
        { id: { $in: personIds }, status: 'registered' },
        { limit: LOOKED_AT },
      );
      const ids = new Set(reachable.map(({ id }) => id));
      const forgotten = waiting.find(({ personId }) => ids.has(personId));
      return forgotten === undefined
        ? { ok: true }
        : { ok: false, culprit: `message ${forgotten.id} waits for a contact that is there` };
    },
  };
}
