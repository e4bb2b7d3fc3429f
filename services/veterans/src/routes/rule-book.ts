import { viewAt } from '@minzheng/rules';
import type { Parameters } from '@minzheng/rules';
import type { Transaction } from '@minzheng/store';
import { DecisionId } from '@minzheng/types';
import type { Reckoning } from '../domain/allowance.ts';
import { assess } from '../domain/rules/assess.ts';
import type { ServiceFacts } from '../domain/service-facts.ts';

/** What decisions rest on beside the facts. */
export interface RuleBook {
  readonly parameters: Parameters;
  readonly codeVersion: string;
}

/** Reckons for the day of the transaction, by the standard in force and known on that day. */
export function reckonerOf(tx: Transaction, { parameters, codeVersion }: RuleBook): (facts: ServiceFacts) => Reckoning {
  const stamp = { decisionId: DecisionId.parse(tx.newId()), decidedOn: tx.today, codeVersion };
  return (facts) => ({ assessment: assess(facts, viewAt(parameters, tx.today, tx.today)), stamp });
}
