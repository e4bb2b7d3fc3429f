import type { MergedPersons } from '@minzheng/service';
import type { Repository, Store, Transaction } from '@minzheng/store';
import type { PersonId } from '@minzheng/types';
import { Contact } from '../domain/contact-state.ts';
import { Message } from '../domain/message-state.ts';

/** The aggregates of this service. */
export interface Repositories {
  readonly contacts: Repository<Contact>;
  readonly messages: Repository<Message>;
  /** Which ids are one person. */
  readonly persons: MergedPersons;
}

/** A number, an address, a text and what the text rests on are sealed under the person's own key. */
export function repositoriesIn(store: Store, persons: MergedPersons): Repositories {
  return {
    persons,
    contacts: store.repository({
      collection: 'contacts',
      state: Contact,
      scope: ({ id }) => ({ personId: id }),
      scopeFields: { personId: 'id' },
      sealed: { personOf: ({ id }) => id, fields: ['mobile', 'email'] },
    }),
    messages: store.repository({
      collection: 'messages',
      state: Message,
      scope: ({ personId, divisionCode }) => ({ personId, division: divisionCode }),
      scopeFields: { personId: 'personId', division: 'divisionCode' },
      sealed: { personOf: ({ personId }) => personId, fields: ['facts', 'sms', 'mail'] },
    }),
  };
}

/** Where a person is reached: by the id that stays, else by one from before a merge. */
export async function contactOf(
  tx: Transaction,
  { contacts, persons }: Pick<Repositories, 'contacts' | 'persons'>,
  personId: PersonId,
): Promise<Contact | undefined> {
  const all = persons.allOf(personId);
  const known = await tx.load(contacts, all);
  const reachable = all.find((id) => known.get(id)?.status === 'registered');
  return known.get(reachable ?? persons.survivorOf(personId));
}
