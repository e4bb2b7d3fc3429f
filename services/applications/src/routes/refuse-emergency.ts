import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { DecisionId } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { onRelief } from '../domain/case-step.ts';
import { assess } from '../domain/programmes/assess.ts';
import { refuseRelief } from '../domain/relief.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseParams, onCase } from './on-case.ts';
import { ReliefView, reliefView } from './relief-view.ts';
import { requireLicence } from './require-licence.ts';

export const refuseEmergency = (collections: Collections, rules: RuleBook): Route =>
  command({
    path: '/emergencies/:id/refuse',
    operationId: 'refuseEmergency',
    summary: 'Refuse what is no emergency (不予救助), with the way it may go instead',
    roles: ['district-decider'],
    params: CaseParams,
    reply: { status: 200, body: ReliefView },
    decide: async (tx, request) => {
      await requireLicence(tx, collections, request.caller, 'case.decide');
      const decisionId = DecisionId.parse(tx.newId());
      const stamp = { decisionId, decidedOn: tx.today, codeVersion: rules.codeVersion };
      const application = await onCase(tx, collections, 'refuse', request, (found, act) =>
        onRelief('refuse', (relief) =>
          refuseRelief(relief, { act, stamp, assessment: assess(relief, rulesOn(rules, tx.today)) }),
        )(found),
      );
      return reliefView(application, request.caller, tx.at);
    },
  });
