import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { AllowanceAwarded } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onAllowanceAwarded = (messages: Repository<Message>): Reaction =>
  tell(AllowanceAwarded, messages, ({ data: { programme, monthlyFen, payFrom, sample } }) => ({
    template: 'allowance.awarded',
    facts: { programme, monthlyFen, payFrom, sample },
  }));
