import { OutboundFault } from '@minzheng/http';
import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { MessageId } from '@minzheng/types';
import type { Decision, Instant } from '@minzheng/types';
import type { EmailRelay } from '../adapters/email-relay.ts';
import type { Repositories } from '../adapters/repositories.ts';
import { concludeHandover, loseEmail, SEND_EMAIL, startEmail, takeBackEmail } from '../domain/email.ts';
import type { Mail } from '../domain/email-state.ts';
import type { Message } from '../domain/message-state.ts';
import { onMessage } from './on-message.ts';

/**
 * Hands one e-mail to the relay: commit the intent, call, commit what it said. SMTP can be asked nothing and recognises nothing, so an
 * attempt that may have gone out is never made again here: it is unknown, and ask-email finds out.
 */
export function sendEmail({ messages }: Repositories, relay: EmailRelay | undefined): ErrandJob {
  return errand(SEND_EMAIL, async ({ subject }, { store, cause }: ErrandContext) => {
    const id = MessageId.parse(subject);
    if (relay === undefined) throw new RelayNotSet();
    const mail = await store.commit(cause, (tx) => intend(tx, messages, id));
    if (mail === undefined) return;
    const learn = async (decide: (message: Message, at: Instant) => Decision<Message>): Promise<void> => {
      await store.commit(cause, (tx) => onMessage(tx, messages, id, decide));
    };
    const said = await relay.send(id, mail).catch((error: unknown) => faultIn(error));
    if (said instanceof OutboundFault && said.reached === 'unknown') return learn(loseEmail);
    if (said instanceof OutboundFault) {
      await learn(takeBackEmail);
      throw said;
    }
    return learn((message, at) => concludeHandover(message, said, at));
  });
}

/** E-mails wait that were made while there was a relay: they are not forgotten, and go when there is one again. */
export class RelayNotSet extends Error {
  override readonly name = 'RelayNotSet';
  readonly retriable = true;
}

async function intend(tx: Transaction, messages: Repositories['messages'], id: MessageId): Promise<Mail | undefined> {
  const { email, mail } = (await tx.find(messages, id)) ?? {};
  if (mail !== undefined && (email?.status === 'created' || email?.status === 'temporary-failure')) {
    await onMessage(tx, messages, id, startEmail);
    return mail;
  }
  // We died after this intent, with the call before, behind or in front of us.
  if (email?.status === 'sending') await onMessage(tx, messages, id, loseEmail);
  else tx.unschedule(SEND_EMAIL, id);
  return undefined;
}

function faultIn(error: unknown): OutboundFault {
  if (error instanceof OutboundFault) return error;
  throw error;
}
