import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import { AllowanceAwarded, CaseConfirmed, LifeEventReceived } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { endWhatStarts, learnOfDeath } from '../domain/death.ts';
import { EventIncomplete } from './event-incomplete.ts';

/** A death ends what the person is owed, and what a decision that comes later would have them owed. */
export function onLifeEvent({ deaths, persons }: Stores): Reaction[] {
  return [
    on(LifeEventReceived, {
      into: deaths,
      id: ({ personid }) => personid && persons.survivorOf(personid),
      decide: (known, event, at) => {
        if (event.personid === undefined) throw new EventIncomplete('no person');
        return known === undefined ? learnOfDeath(persons.survivorOf(event.personid), event, at) : 'ignore';
      },
    }),
    ...[CaseConfirmed, AllowanceAwarded].map((decided) =>
      on(decided, {
        into: deaths,
        id: ({ personid }) => personid && persons.survivorOf(personid),
        decide: (death, _, at) => (death === undefined ? 'ignore' : endWhatStarts(death, at)),
      }),
    ),
  ];
}
