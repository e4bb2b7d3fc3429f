import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { PaymentUnclaimed } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onPaymentUnclaimed = (messages: Repository<Message>): Reaction =>
  tell(PaymentUnclaimed, messages, ({ data: { programme, period, reason, days } }) => ({
    template: 'pay.unclaimed',
    facts: { programme, period, reason, days },
  }));
