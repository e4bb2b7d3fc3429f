import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { PaymentReturned } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onPaymentReturned = (messages: Repository<Message>): Reaction =>
  tell(PaymentReturned, messages, ({ data: { programme, period, reason } }) => ({
    template: 'pay.failed',
    facts: { programme, period, reason },
  }));
