import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { refuse } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { settleClaims } from '../adapters/settle-claims.ts';
import { withdraw } from '../domain/application.ts';
import { onHousehold } from '../domain/case-step.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams } from './on-case.ts';

export const withdrawApplication = (collections: Collections): Route =>
  command({
    path: '/applications/:id/withdraw',
    operationId: 'withdrawApplication',
    summary: 'Withdraw one’s own application before it is decided (撤回)',
    roles: ['resident'],
    params: CaseParams,
    reply: { status: 200, body: CaseView },
    decide: async (tx, { params, caller }) => {
      const withdrawn = onHousehold('withdraw', (household) => withdraw(household, tx.at));
      const application = await tx.apply(collections.applications, params.id, (found) =>
        found ? withdrawn(found) : refuse('application.not-found'),
      );
      await settleClaims(tx, collections, application, 'free');
      return caseView(application, caller, tx.at);
    },
  });
