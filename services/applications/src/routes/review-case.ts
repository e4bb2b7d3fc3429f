import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import type { Collections } from '../adapters/collections.ts';
import { review } from '../domain/application.ts';
import { onHousehold } from '../domain/case-step.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase } from './on-case.ts';
import { requireLicence } from './require-licence.ts';

export const reviewCase = (collections: Collections): Route =>
  command({
    path: '/applications/:id/review',
    operationId: 'reviewCase',
    summary: 'Take a reported case into the district’s review (审核)',
    roles: ['district-reviewer'],
    params: CaseParams,
    reply: { status: 200, body: CaseView },
    decide: async (tx, request) => {
      await requireLicence(tx, collections, request.caller, 'case.review');
      const application = await onCase(tx, collections, 'review', request, (found, act) =>
        onHousehold('review', (household) => review(household, act))(found),
      );
      return caseView(application, request.caller, tx.at);
    },
  });
