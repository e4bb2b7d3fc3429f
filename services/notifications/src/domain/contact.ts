import { decided, next, refuse, withDeadlines } from '@minzheng/types';
import type { Decision, EmailAddress, Instant, Language, Mobile, PersonId, Transitions } from '@minzheng/types';
import { refusalOf } from './channels.ts';
import type { Preferences } from './channels.ts';
import type { Contact, ContactStatus } from './contact-state.ts';

export type ContactCommand = 'want' | 'register' | 'amend';

/** The deadline that lets a person's waiting messages go. */
export const RELEASE_WAITING = 'contact.release-waiting';

export const contactTransitions = {
  wanted: { want: 'wanted', register: 'registered' },
  registered: { register: 'registered', amend: 'registered' },
} as const satisfies Transitions<ContactStatus, ContactCommand>;

/** A message waits for this contact. Said of the contact itself, so that registering at the same moment cannot miss it. */
export function wantContact(contact: Contact | undefined, id: PersonId, at: Instant): Decision<Contact> {
  const status = move(contact, 'want');
  if (status === undefined) return notThere(contact, 'want');
  return decided({ id, status, changedAt: at });
}

/** The person says where to reach them; whatever waited for it may go now. */
export function registerContact(
  contact: Contact | undefined,
  told: { readonly id: PersonId; readonly mobile: Mobile; readonly language: Language },
  at: Instant,
): Decision<Contact> {
  const status = move(contact, 'register');
  if (status === undefined) return notThere(contact, 'register');
  const state: Contact = { ...contact, ...told, status, changedAt: at };
  return withDeadlines(decided(state), [{ kind: RELEASE_WAITING, subject: told.id, dueAt: at }]);
}

/** An address for e-mail, or none any more; which messages go there the preferences say. */
export function changeEmail(
  contact: Contact | undefined,
  email: EmailAddress | undefined,
  at: Instant,
): Decision<Contact> {
  return amend(contact, { email }, at);
}

/** What the person wants to get on which channel; it stands in place of what they chose before. */
export function choose(contact: Contact | undefined, preferences: Preferences, at: Instant): Decision<Contact> {
  const refusal = refusalOf(preferences);
  return refusal === undefined ? amend(contact, { preferences }, at) : { ok: false, refusal };
}

/** Only what is registered can be amended: the law's notices need a mobile first. */
function amend(
  contact: Contact | undefined,
  changes: Partial<Pick<Contact, 'email' | 'preferences'>>,
  at: Instant,
): Decision<Contact> {
  const status = move(contact, 'amend');
  if (contact === undefined || status === undefined) return refuse('contact.not-found');
  return decided({ ...contact, ...changes, status, changedAt: at });
}

/** Somebody of whom nothing is known is as good as wanted. */
const move = (contact: Contact | undefined, command: ContactCommand): ContactStatus | undefined =>
  next<ContactStatus, ContactCommand>(contactTransitions, contact?.status ?? 'wanted', command);

const notThere = (contact: Contact | undefined, command: ContactCommand) =>
  refuse('contact.transition-not-there', { state: contact?.status ?? 'wanted', command });
