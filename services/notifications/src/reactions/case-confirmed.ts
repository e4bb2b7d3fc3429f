import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { CaseConfirmed } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onCaseConfirmed = (messages: Repository<Message>): Reaction =>
  tell(CaseConfirmed, messages, ({ data: { programme, caseNumber, monthlyFen, payFrom, sample } }) => ({
    template: 'case.confirmed',
    facts: { programme, caseNumber, monthlyFen, payFrom, sample },
  }));
