import type { Repository, Transaction } from '@minzheng/store';
import { refuse } from '@minzheng/types';
import type { Decision, Instant, MessageId } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';

/** Decides about a message that must be there. */
export async function onMessage(
  tx: Transaction,
  messages: Repository<Message>,
  id: MessageId,
  decide: (message: Message, at: Instant) => Decision<Message>,
): Promise<Message> {
  return await tx.apply(messages, id, (message) =>
    message === undefined ? refuse('message.not-found') : decide(message, tx.at),
  );
}
