import type { Transaction } from '@minzheng/store';
import { refuse } from '@minzheng/types';
import { contactOf } from '../adapters/repositories.ts';
import type { Repositories } from '../adapters/repositories.ts';
import { goesBy } from '../domain/channels.ts';
import type { Offered } from '../domain/channels.ts';
import type { Contact } from '../domain/contact-state.ts';
import { alsoByEmail } from '../domain/email.ts';
import type { Mail } from '../domain/email-state.ts';
import { contentOf } from '../domain/message-state.ts';
import type { Message } from '../domain/message-state.ts';
import { templates } from '../domain/templates.ts';
import { writeMail } from '../domain/write-mail.ts';

/**
 * Decides once, when a message first goes out, which channels it goes by: the table and the person's choices say which, the contact of
 * the moment where to. Writes the e-mail that goes beside it; true when there is an SMS to send.
 */
export async function chooseChannels(
  tx: Transaction,
  repositories: Repositories,
  message: Message,
  offered: Offered,
): Promise<boolean> {
  const { messages } = repositories;
  const contact = await contactOf(tx, repositories, message.personId);
  const mail = offered.email ? mailTo(tx, message, contact) : undefined;
  if (mail !== undefined) {
    await tx.apply(messages, message.id, (one) =>
      one === undefined ? refuse('message.not-found') : alsoByEmail(one, mail, tx.at),
    );
  }
  return goesBy(templates[message.template].class, 'sms', contact?.preferences);
}

/** For whoever has left an address and agreed. */
function mailTo(tx: Transaction, message: Message, contact: Contact | undefined): Mail | undefined {
  const { email, language, preferences } = contact ?? {};
  if (email === undefined || language === undefined) return undefined;
  if (!goesBy(templates[message.template].class, 'e-mail', preferences)) return undefined;
  return writeMail(contentOf(message), { email, language }, tx.at);
}
