import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import { PersonRegistered } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { remember } from '../domain/known-person.ts';

/** Only a person whom people has resolved can enter the register. */
export const personRegistered = ({ knownPersons }: Collections): Reaction =>
  on(PersonRegistered, {
    into: knownPersons,
    id: ({ data }) => data.personId,
    decide: (known, { data }) => (known ? 'ignore' : remember(data.personId)),
  });
