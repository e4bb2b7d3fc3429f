import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { CaseAccepted } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onCaseAccepted = (messages: Repository<Message>): Reaction =>
  tell(CaseAccepted, messages, ({ data: { programme, caseNumber, acceptedOn, dueOn } }) => ({
    template: 'case.accepted',
    facts: { programme, caseNumber, acceptedOn, dueOn },
  }));
