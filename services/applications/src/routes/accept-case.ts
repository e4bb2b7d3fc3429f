import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { localDate } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import type { Settings } from '../config.ts';
import { accept } from '../domain/application.ts';
import { counterId, drawNumber, numberOf } from '../domain/case-counter.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase } from './on-case.ts';

export const acceptCase = (collections: Collections, settings: Settings): Route =>
  command({
    path: '/applications/:id/accept',
    operationId: 'acceptCase',
    summary: 'Accept an application as a case (受理); its number is drawn and the statutory time runs',
    roles: ['street-officer'],
    params: CaseParams,
    reply: { status: 200, body: CaseView },
    decide: async (tx, request) => {
      const series = {
        districtPrefix: settings.CASE_NUMBER_PREFIX,
        programme: 'DB',
        period: localDate.period(tx.today),
      } as const;
      const drawn = await tx.apply(collections.counters, counterId(series), (found) => drawNumber(found, series), {
        cause: { viewer: 'system' },
      });
      const application = await onCase(tx, collections, 'accept', request, (found, act) =>
        accept(found, act, numberOf(drawn, series)),
      );
      return caseView(application, request.caller);
    },
  });
