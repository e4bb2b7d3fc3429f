import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { CaseRefused } from '@minzheng/types';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onCaseRefused = (messages: Repository<Message>): Reaction =>
  tell(CaseRefused, messages, ({ data: { programme, caseNumber, ruleIds, hint } }) => ({
    template: 'case.refused',
    facts: { programme, caseNumber, ruleIds, ...(hint !== undefined && { hint }) },
  }));
