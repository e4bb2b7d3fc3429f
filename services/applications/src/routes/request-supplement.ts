import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { SupplementItem } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { requestSupplement } from '../domain/application.ts';
import { onHousehold } from '../domain/case-step.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase } from './on-case.ts';

const Body = z.strictObject({ items: z.array(SupplementItem).min(1).max(SupplementItem.options.length) });

export const requestSupplementOf = (collections: Collections, rules: RuleBook): Route =>
  command({
    path: '/applications/:id/request-supplement',
    operationId: 'requestSupplement',
    summary: 'Tell the applicant, once, all that is missing (一次性告知补正)',
    roles: ['street-officer'],
    params: CaseParams,
    body: Body,
    reply: { status: 200, body: CaseView },
    decide: async (tx, request) => {
      const { items } = request.body;
      const application = await onCase(tx, collections, 'request-supplement', request, (found, act) =>
        onHousehold('request-supplement', (household) =>
          requestSupplement(household, act, items, rulesOn(rules, tx.today)),
        )(found),
      );
      return caseView(application, request.caller, tx.at);
    },
  });
