import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { CaseConfirmed } from '@minzheng/types';
import type { Content } from '../domain/facts.ts';
import type { Message } from '../domain/message-state.ts';
import { tell } from './tell.ts';

export const onCaseConfirmed = (messages: Repository<Message>): Reaction =>
  tell(CaseConfirmed, messages, ({ data }) => confirmed(data));

/** A sum once, a sum every month, or a status that pays nothing by itself. */
function confirmed(data: CaseConfirmed['data']): Content {
  const { programme, caseNumber, monthlyFen, oneOffFen, payFrom, sample } = data;
  const ofCase = { programme, caseNumber };
  if (oneOffFen !== undefined) {
    return { template: 'case.granted', facts: { ...ofCase, amountFen: oneOffFen, sample } };
  }
  return monthlyFen > 0
    ? { template: 'case.confirmed', facts: { ...ofCase, monthlyFen, payFrom, sample } }
    : { template: 'case.recognised', facts: { ...ofCase, payFrom } };
}
