import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { reportSurvey as report } from '../domain/application.ts';
import { Note, Opinion } from '../domain/application-state.ts';
import { onHousehold } from '../domain/case-step.ts';
import { Facts } from '../domain/means-test/facts.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase } from './on-case.ts';

export const reportSurvey = (collections: Collections, rules: RuleBook): Route =>
  command({
    path: '/applications/:id/report-survey',
    operationId: 'reportSurvey',
    summary: 'Sign the verified facts and the street’s opinion (调查意见); a positive one hangs out as a public notice',
    roles: ['street-officer'],
    params: CaseParams,
    body: z.strictObject({ facts: Facts, opinion: Opinion, note: Note }),
    reply: { status: 200, body: CaseView },
    decide: async (tx, request) => {
      const application = await onCase(tx, collections, 'report-survey', request, (found, act) =>
        onHousehold('report-survey', (household) => report(household, act, request.body, rulesOn(rules, tx.today)))(
          found,
        ),
      );
      return caseView(application, request.caller, tx.at);
    },
  });
