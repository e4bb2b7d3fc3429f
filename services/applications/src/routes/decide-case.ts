import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { DecisionId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { settleClaims } from '../adapters/settle-claims.ts';
import { confirm, refuseCase } from '../domain/application.ts';
import type { Deciding } from '../domain/application.ts';
import type { Application } from '../domain/application-state.ts';
import { onHousehold } from '../domain/case-step.ts';
import { assess } from '../domain/programmes/assess.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase } from './on-case.ts';
import { requireLicence } from './require-licence.ts';

const confirmCase = (found: Application, deciding: Deciding): Decision<Application> =>
  onHousehold('confirm', (household) => confirm(household, deciding))(found);

const refuseHousehold = (found: Application, deciding: Deciding): Decision<Application> =>
  onHousehold('refuse', (household) => refuseCase(household, deciding))(found);

const verbs = {
  confirm: { decide: confirmCase, hold: 'supported', summary: 'Confirm a case (确认) and fix its amount' },
  refuse: { decide: refuseHousehold, hold: 'free', summary: 'Refuse a case (不予确认) with the rules that failed' },
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
        decide(found, { act, stamp, assessment: assess(found, rulesOn(rules, tx.today)) }),
      );
      await settleClaims(tx, collections, application, hold);
      return caseView(application, request.caller, tx.at);
    },
  });
