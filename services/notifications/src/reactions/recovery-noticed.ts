import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { RecoveryNoticed } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

/** Told to the contact of who was paid, whom only the family can answer for: a contact of the heirs' own is not known yet. */
export const onRecoveryNoticed = (messages: Repository<Message>): Reaction =>
  tell(RecoveryNoticed, messages, ({ data: { programme, period, amountFen, answerBy, sample } }) => ({
    template: 'recovery.noticed',
    facts: { programme, period, amountFen, answerBy, sample },
  }));
