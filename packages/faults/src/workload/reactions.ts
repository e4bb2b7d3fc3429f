import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import type { Store } from '@minzheng/store';
import { ApplicationSubmitted } from '@minzheng/types';
import { Seen, seen, Tally, tally } from './tally.ts';
import type { Temper } from './temper.ts';

const ofSubject = ({ subject }: { readonly subject: string }): string => subject;

/** Two effects of each event: one that knows a repeated event and one that counts every delivery. */
export function reactionsOf(store: Store, temper: Temper): Reaction[] {
  const tallies = store.repository({ collection: 'tallies', state: Tally });
  const deliveries = store.repository({ collection: 'deliveries', state: Seen });
  return [
    on(ApplicationSubmitted, {
      into: tallies,
      id: ofSubject,
      decide: (state, event) => {
        temper.meet(event.subject);
        return tally(state, event);
      },
    }),
    on(ApplicationSubmitted, { into: deliveries, id: ofSubject, decide: seen }),
  ];
}
