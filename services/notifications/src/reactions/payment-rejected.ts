import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { PaymentRejected } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onPaymentRejected = (messages: Repository<Message>): Reaction =>
  tell(PaymentRejected, messages, ({ data: { programme, period, reason } }) => ({
    template: 'pay.failed',
    facts: { programme, period, reason },
  }));
