import { command, ownPerson, query } from '@minzheng/http';
import type { CommandRoute, QueryRoute } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Repository } from '@minzheng/store';
import { EmailAddress, Language, Mobile } from '@minzheng/types';
import { z } from 'zod';
import { Preferences } from '../domain/channels.ts';
import { registerContact } from '../domain/contact.ts';
import type { Contact } from '../domain/contact-state.ts';

const MAX_TYPED = 30;

/** Number and address are masked even for their owner: whoever looks over a shoulder learns nothing. */
export const ContactView = z.strictObject({
  mobile: z.string(),
  language: Language,
  email: z.string().optional(),
  preferences: Preferences.optional(),
});

export function putContact(contacts: Repository<Contact>): CommandRoute {
  return command({
    method: 'put',
    path: '/contacts/me',
    operationId: 'registerContact',
    summary: 'Says where and in which language the caller is told',
    roles: ['resident'],
    body: z.strictObject({ mobile: z.string().max(MAX_TYPED), language: Language }),
    reply: { status: 200, body: ContactView },
    decide: async (tx, { body, caller, at }) => {
      const id = ownPerson(caller);
      const mobile = mobileOf(body.mobile);
      const contact = await tx.apply(contacts, id, (state) =>
        registerContact(state, { id, mobile, language: body.language }, at),
      );
      tx.audit({ action: 'contact.register', subjectPersonId: id, object: `contact/${id}`, purpose: 'notification' });
      return viewOf(contact);
    },
  });
}

export function getContact(contacts: Repository<Contact>): QueryRoute {
  return query({
    path: '/contacts/me',
    operationId: 'readContact',
    summary: "The caller's own contact",
    roles: ['resident'],
    reply: { body: ContactView },
    audit: ({ caller: { personId } }) => ({
      action: 'contact.read',
      subjectPersonId: personId,
      object: `contact/${personId}`,
      purpose: 'own',
    }),
    read: async ({ caller }) => {
      const contact = await contacts.find(caller, ownPerson(caller));
      if (contact === undefined) throw new Refused({ code: 'contact.not-found' });
      return viewOf(contact);
    },
  });
}

function mobileOf(typed: string): Mobile {
  const read = Mobile.parse(typed);
  if (read.ok) return read.value;
  throw new Refused({
    code: 'contact.mobile-invalid',
    errors: [{ pointer: '/mobile', code: 'contact.mobile-invalid' }],
  });
}

export function viewOf({ mobile, language, email, preferences }: Contact): z.output<typeof ContactView> {
  if (mobile === undefined || language === undefined) throw new Refused({ code: 'contact.not-found' });
  return {
    mobile: Mobile.mask(mobile),
    language,
    ...(email !== undefined && { email: EmailAddress.mask(email) }),
    ...(preferences !== undefined && { preferences }),
  };
}
