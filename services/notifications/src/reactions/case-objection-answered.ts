import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { CaseObjectionAnswered } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onObjectionAnswered = (messages: Repository<Message>): Reaction =>
  tell(CaseObjectionAnswered, messages, ({ data: { programme, caseNumber, outcome } }) => ({
    template: 'case.objection-answered',
    facts: { programme, caseNumber, outcome },
  }));
