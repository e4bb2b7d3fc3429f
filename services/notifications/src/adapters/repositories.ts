import type { Repository, Store } from '@minzheng/store';
import { Contact } from '../domain/contact-state.ts';
import { Message } from '../domain/message-state.ts';

/** The aggregates of this service. */
export interface Repositories {
  readonly contacts: Repository<Contact>;
  readonly messages: Repository<Message>;
}

/** A number, an address, a text and what the text rests on are sealed under the person's own key. */
export function repositoriesIn(store: Store): Repositories {
  return {
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
