import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { CaseObjectionFiled } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onObjectionFiled = (messages: Repository<Message>): Reaction =>
  tell(CaseObjectionFiled, messages, ({ data: { programme, caseNumber, answerBy } }) => ({
    template: 'case.objection-filed',
    facts: { programme, caseNumber, answerBy },
  }));
