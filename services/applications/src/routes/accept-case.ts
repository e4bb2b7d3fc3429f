import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Collections } from '../adapters/collections.ts';
import { drawCaseNumber } from '../adapters/draw-case-number.ts';
import { isDevolved } from '../config.ts';
import type { Settings } from '../config.ts';
import { accept } from '../domain/application.ts';
import { onHousehold } from '../domain/case-step.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase } from './on-case.ts';

export const acceptCase = (collections: Collections, settings: Settings, rules: RuleBook): Route =>
  command({
    path: '/applications/:id/accept',
    operationId: 'acceptCase',
    summary: 'Accept an application as a case (受理); its number is drawn and the statutory time runs',
    roles: ['street-officer'],
    params: CaseParams,
    reply: { status: 200, body: CaseView },
    decide: async (tx, request) => {
      const asked = await tx.find(collections.applications, request.params.id);
      if (asked === undefined) throw new Refused({ code: 'application.not-found' });
      const number = await drawCaseNumber(tx, collections, settings, asked.programme);
      const application = await onCase(tx, collections, 'accept', request, (found, act) =>
        onHousehold('accept', (household) => {
          const acceptance = { ...act, isDevolved: isDevolved(settings, household) };
          return accept(household, acceptance, number, rulesOn(rules, tx.today));
        })(found),
      );
      return caseView(application, request.caller, tx.at);
    },
  });
