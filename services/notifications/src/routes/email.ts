import { command, ownPerson } from '@minzheng/http';
import type { CommandRoute } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Repository } from '@minzheng/store';
import { EmailAddress } from '@minzheng/types';
import { z } from 'zod';
import type { Offered } from '../domain/channels.ts';
import { changeEmail } from '../domain/contact.ts';
import type { Contact } from '../domain/contact-state.ts';
import { ContactView, viewOf } from './contacts.ts';

const MAX_TYPED = 320;
const purpose = 'notification';

export function putEmail(contacts: Repository<Contact>, offered: Offered): CommandRoute {
  return command({
    method: 'put',
    path: '/contacts/me/email',
    operationId: 'registerEmail',
    summary: 'Leaves an address for e-mail; which messages go there the preferences say',
    roles: ['resident'],
    body: z.strictObject({ email: z.string().max(MAX_TYPED) }),
    reply: { status: 200, body: ContactView },
    decide: async (tx, { body, caller, at }) => {
      if (!offered.email) throw new Refused({ code: 'contact.email-not-offered' });
      const [id, email] = [ownPerson(caller), addressOf(body.email)];
      const contact = await tx.apply(contacts, id, (state) => changeEmail(state, email, at));
      tx.audit({ action: 'contact.register-email', subjectPersonId: id, object: `contact/${id}`, purpose });
      return viewOf(contact);
    },
  });
}

export function deleteEmail(contacts: Repository<Contact>): CommandRoute {
  return command({
    method: 'delete',
    path: '/contacts/me/email',
    operationId: 'removeEmail',
    summary: "Takes the caller's address for e-mail away; what is on its way still goes there",
    roles: ['resident'],
    reply: { status: 200, body: ContactView },
    decide: async (tx, { caller, at }) => {
      const id = ownPerson(caller);
      const contact = await tx.apply(contacts, id, (state) => changeEmail(state, undefined, at));
      tx.audit({ action: 'contact.remove-email', subjectPersonId: id, object: `contact/${id}`, purpose });
      return viewOf(contact);
    },
  });
}

function addressOf(typed: string): EmailAddress {
  const read = EmailAddress.parse(typed);
  if (read.ok) return read.value;
  throw new Refused({ code: 'contact.email-invalid', errors: [{ pointer: '/email', code: 'contact.email-invalid' }] });
}
