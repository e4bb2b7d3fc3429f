import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import { MessageId } from '@minzheng/types';
import type { EmailRelay } from '../adapters/email-relay.ts';
import type { Repositories } from '../adapters/repositories.ts';
import { ASK_EMAIL, learnFate } from '../domain/email.ts';
import { onMessage } from './on-message.ts';
import { RelayNotSet } from './send-email.ts';

/** Asks the relay's journal what became of an e-mail that is out, or may be. */
export function askEmail({ messages }: Repositories, relay: EmailRelay | undefined): ErrandJob {
  return errand(ASK_EMAIL, async ({ subject }, { store, cause }: ErrandContext) => {
    const id = MessageId.parse(subject);
    if (relay === undefined) throw new RelayNotSet();
    const fate = await relay.inquire(id);
    await store.commit(cause, async (tx) => {
      const status = (await tx.find(messages, id))?.email?.status;
      const isOpen = status === 'unknown' || status === 'accepted';
      if (isOpen) await onMessage(tx, messages, id, (message, at) => learnFate(message, fate, at));
      else tx.unschedule(ASK_EMAIL, id);
    });
  });
}
