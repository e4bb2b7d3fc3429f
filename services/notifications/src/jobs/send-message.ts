import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { MessageId, refuse } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { contactOf } from '../adapters/repositories.ts';
import type { Repositories } from '../adapters/repositories.ts';
import type { SmsProvider } from '../adapters/sms-provider.ts';
import type { Offered } from '../domain/channels.ts';
import { wantContact } from '../domain/contact.ts';
import { awaitContact, concludeSending, keepInInbox, SEND, startSending } from '../domain/message.ts';
import { contentOf } from '../domain/message-state.ts';
import type { Message, Sms } from '../domain/message-state.ts';
import { render } from '../domain/render.ts';
import { chooseChannels } from './choose-channels.ts';

/** What the commit of the intent leaves to do: call with exactly this, and inquire first if an earlier call may have gone out. */
interface Intent {
  readonly sms: Sms;
  readonly mayBeOut: boolean;
}

/** Sends one message: choose its channels and commit the intent, call the provider with our id, commit the outcome. */
export function sendMessage(repositories: Repositories, provider: SmsProvider, offered: Offered): ErrandJob {
  return errand(SEND, async ({ subject }, { store, cause }: ErrandContext) => {
    const id = MessageId.parse(subject);
    const intent = await store.commit(cause, (tx) => intend(tx, repositories, id, offered));
    if (intent === undefined) return;
    const known = intent.mayBeOut ? await provider.inquire(id) : undefined;
    const outcome = known ?? (await provider.send(id, intent.sms));
    await store.commit(cause, (tx) =>
      tx.apply(repositories.messages, id, (message) => there(message, (one) => concludeSending(one, outcome, tx.at))),
    );
  });
}

async function intend(
  tx: Transaction,
  repositories: Repositories,
  id: MessageId,
  offered: Offered,
): Promise<Intent | undefined> {
  const message = await tx.find(repositories.messages, id);
  if (message?.status === 'sending' && message.sms) return { sms: message.sms, mayBeOut: true };
  if (message?.status !== 'created' && message?.status !== 'temporary-failure') {
    tx.unschedule(SEND, id);
    return undefined;
  }
  const sms = await smsFor(tx, repositories, message);
  if (sms === undefined) return await waitForContact(tx, repositories, message);
  const goesBySms = message.sms !== undefined || (await chooseChannels(tx, repositories, message, offered));
  if (!goesBySms) {
    await tx.apply(repositories.messages, id, (one) => there(one, (found) => keepInInbox(found, tx.at)));
    return undefined;
  }
  await tx.apply(repositories.messages, id, (one) => there(one, (found) => startSending(found, sms, tx.at)));
  return { sms, mayBeOut: false };
}

/** The number and text of the first intent stay; before it, the contact of the moment decides. */
async function smsFor(tx: Transaction, repositories: Repositories, message: Message): Promise<Sms | undefined> {
  if (message.sms) return message.sms;
  const { mobile, language } = (await contactOf(tx, repositories, message.personId)) ?? {};
  if (mobile === undefined || language === undefined) return undefined;
  return { to: mobile, text: render(contentOf(message), language) };
}

async function waitForContact(
  tx: Transaction,
  { contacts, messages, persons }: Repositories,
  { id, personId }: Message,
): Promise<undefined> {
  const survivor = persons.survivorOf(personId);
  await tx.apply(contacts, survivor, (contact) => wantContact(contact, survivor, tx.at));
  await tx.apply(messages, id, (message) => there(message, (one) => awaitContact(one, tx.at)));
  return undefined;
}

const there = (message: Message | undefined, decide: (message: Message) => Decision<Message>): Decision<Message> =>
  message === undefined ? refuse('message.not-found') : decide(message);
