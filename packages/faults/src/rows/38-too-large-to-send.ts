import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { ApplicationSubmitted, decided } from '@minzheng/types';
import { Counter } from '../workload/counter.ts';

const LARGE = 2 * 1024 * 1024;

/** What no broker would take is refused before it is committed: a relay can never be stuck on it. */
export const tooLargeToSend: Row = {
  number: 38,
  name: 'an event larger than a message may be',
  run: async (bench) => {
    const load = await bench.startAll();
    const store = await bench.openStore('writer');
    const counters = store.repository({ collection: 'counters', state: Counter });
    const event = ApplicationSubmitted.of({
      subject: 'large-1',
      data: { applicationId: 'large-1', programme: 'DB', householdSize: 1, submittedOn: '2026-11-24' },
    });
    const large = { ...event, data: { ...(event.data as object), filler: 'x'.repeat(LARGE) } };
    const cause = { viewer: 'system', actor: 'job:faults', correlationId: 'large' } as const;
    const committed = await bench.inject('an event of 2 MiB', () =>
      store
        .commit(cause, (tx) => tx.apply(counters, 'large-1', () => decided({ id: 'large-1', value: 1 }, large)))
        .then(
          () => true,
          () => false,
        ),
    );
    expectThat(!committed, 'an event of 2 MiB was committed');
    const before = load.acknowledged();
    await bench.until('others go on', 10_000, () => load.acknowledged() > before + 8);
  },
};
