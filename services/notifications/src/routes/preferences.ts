import { command, ownPerson } from '@minzheng/http';
import type { CommandRoute } from '@minzheng/http';
import type { Repository } from '@minzheng/store';
import { choose } from '../domain/contact.ts';
import { Preferences } from '../domain/channels.ts';
import type { Contact } from '../domain/contact-state.ts';
import { ContactView, viewOf } from './contacts.ts';

export function putPreferences(contacts: Repository<Contact>): CommandRoute {
  return command({
    method: 'put',
    path: '/contacts/me/preferences',
    operationId: 'choosePreferences',
    summary: 'Says by class of message which channels the caller wants, in place of what was said before',
    roles: ['resident'],
    body: Preferences,
    reply: { status: 200, body: ContactView },
    decide: async (tx, { body, caller, at }) => {
      const id = ownPerson(caller);
      const contact = await tx.apply(contacts, id, (state) => choose(state, body, at));
      tx.audit({
        action: 'contact.choose',
        subjectPersonId: id,
        object: `contact/${id}`,
        purpose: 'notification',
      });
      return viewOf(contact);
    },
  });
}
