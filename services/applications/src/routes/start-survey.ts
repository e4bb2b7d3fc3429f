import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { startSurvey as start } from '../domain/application.ts';
import { onHousehold } from '../domain/case-step.ts';
import { Surveyors } from '../domain/segregation.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase } from './on-case.ts';

export const startSurvey = (collections: Collections): Route =>
  command({
    path: '/applications/:id/start-survey',
    operationId: 'startSurvey',
    summary: 'Send two or more officers to survey the household (入户调查)',
    roles: ['street-officer'],
    params: CaseParams,
    body: z.strictObject({ surveyors: Surveyors }),
    reply: { status: 200, body: CaseView },
    decide: async (tx, request) => {
      const { surveyors } = request.body;
      const application = await onCase(
        tx,
        collections,
        'start-survey',
        request,
        (found, act, named) => onHousehold('start-survey', (household) => start(household, act, named))(found),
        surveyors,
      );
      return caseView(application, request.caller, tx.at);
    },
  });
