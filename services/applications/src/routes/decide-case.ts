import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { DecisionId } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { confirm, refuseCase } from '../domain/application.ts';
import type { Application } from '../domain/application-state.ts';
import type { Parameters } from '../domain/means-test/parameters.ts';
import { viewAt } from '../domain/means-test/view-at.ts';
import { assessDb } from '../domain/programmes/db/assess-db.ts';
import type { Assessment } from '../domain/programmes/db/assess-db.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase, settleClaims } from './on-case.ts';
import { requireLicence } from './require-licence.ts';

/** What decisions rest on beside the facts. */
export interface RuleBook {
  readonly parameters: Parameters;
  readonly codeVersion: string;
}

const verbs = {
  confirm: { decide: confirm, hold: 'supported', summary: 'Confirm a case (确认) and fix its amount' },
  refuse: { decide: refuseCase, hold: 'free', summary: 'Refuse a case (不予确认) with the rules that failed' },
} as const;

/** The standard is that of the decision day, as known on that day (INC-8). */
export const decideCase = (collections: Collections, rules: RuleBook, verb: keyof typeof verbs): Route =>
  command({
    path: `/applications/:id/${verb}`,
    operationId: `${verb}Case`,
    summary: verbs[verb].summary,
    roles: ['district-decider'],
    params: CaseParams,
    reply: { status: 200, body: CaseView },
    decide: async (tx, request) => {
      await requireLicence(tx, collections, request.caller, 'case.decide');
      const { decide, hold } = verbs[verb];
      const decisionId = DecisionId.parse(tx.newId());
      const stamp = { decisionId, decidedOn: tx.today, codeVersion: rules.codeVersion };
      const application = await onCase(tx, collections, verb, request, (found, act) =>
        decide(found, { act, stamp, assessment: assess(found, rules.parameters, tx.today) }),
      );
      await settleClaims(tx, collections, application, hold);
      return caseView(application, request.caller);
    },
  });

const assess = ({ verified, members }: Application, parameters: Parameters, on: LocalDate): Assessment =>
  assessDb({ n: members.length, ...verified }, viewAt(parameters, on, on));
