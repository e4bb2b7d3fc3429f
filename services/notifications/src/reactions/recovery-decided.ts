import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { RecoveryDecided } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

/** Told to the contact of who was paid, whom only the family can answer for: a contact of the heirs' own is not known yet. */
export const onRecoveryDecided = (messages: Repository<Message>): Reaction =>
  tell(RecoveryDecided, messages, ({ data: { programme, period, amountFen, sample } }) => ({
    template: 'recovery.decided',
    facts: { programme, period, amountFen, sample },
  }));
