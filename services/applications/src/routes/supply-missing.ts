import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { refuse } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { supply } from '../domain/application.ts';
import { onHousehold } from '../domain/case-step.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams } from './on-case.ts';

export const supplyMissing = ({ applications }: Collections, rules: RuleBook): Route =>
  command({
    path: '/applications/:id/supply',
    operationId: 'supplyMissing',
    summary: 'Bring what was missing from one’s own application (补正)',
    roles: ['resident'],
    params: CaseParams,
    reply: { status: 200, body: CaseView },
    decide: async (tx, { params, caller }) => {
      const supplied = onHousehold('supply', (household) => supply(household, tx.at, rulesOn(rules, tx.today)));
      const application = await tx.apply(applications, params.id, (found) =>
        found ? supplied(found) : refuse('application.not-found'),
      );
      return caseView(application, caller, tx.at);
    },
  });
