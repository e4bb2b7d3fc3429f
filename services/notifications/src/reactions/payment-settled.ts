import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { PaymentSettled } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onPaymentSettled = (messages: Repository<Message>): Reaction =>
  tell(PaymentSettled, messages, ({ data: { programme, period, last4, replacesId } }) => ({
    template: replacesId === undefined ? 'pay.paid' : 'pay.reissued',
    facts: { programme, period, last4 },
  }));
