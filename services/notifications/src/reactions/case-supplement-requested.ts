import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { CaseSupplementRequested } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onSupplementRequested = (messages: Repository<Message>): Reaction =>
  tell(CaseSupplementRequested, messages, ({ data: { programme, items, supplyBy } }) => ({
    template: 'case.supplement',
    facts: { programme, items, supplyBy },
  }));
