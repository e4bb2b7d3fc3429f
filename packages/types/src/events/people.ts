import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { defineEvent } from './define-event.ts';
import type { EventOf } from './define-event.ts';

export const PersonRegistered = defineEvent({
  type: 'org.minzheng.people.person.registered.v1',
  audience: 'internal',
  meaning: 'A person was seen for the first time and given a personId',
  data: z.object({ personId: PersonId }),
});
export type PersonRegistered = EventOf<typeof PersonRegistered>;

export const PersonMerged = defineEvent({
  type: 'org.minzheng.people.person.merged.v1',
  audience: 'internal',
  meaning: 'Two personIds were found to be one person; from here on the first stands for the second',
  data: z.object({
    /** The one that is given up: it stays readable, and means the other. */
    personId: PersonId,
    intoPersonId: PersonId,
  }),
});
export type PersonMerged = EventOf<typeof PersonMerged>;
