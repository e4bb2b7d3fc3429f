import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Collections } from '../adapters/collections.ts';
import { approveAllowance } from '../domain/allowance.ts';
import { allowanceView, AllowanceView } from './allowance-view.ts';
import { OFFICERS } from './officer.ts';
import { allowanceOf, AllowanceParams, onAllowance } from './on-allowance.ts';
import { reckonerOf } from './rule-book.ts';
import type { RuleBook } from './rule-book.ts';

/** The amount is reckoned anew: what is awarded is what the standard of the day of approval gives. */
export const approveAllowanceRoute = (collections: Collections, rules: RuleBook): Route =>
  command({
    path: '/allowances/:id/approve',
    operationId: 'approveAllowance',
    summary: 'Award an allowance (批准) that a colleague has proposed',
    roles: OFFICERS,
    params: AllowanceParams,
    reply: { status: 200, body: AllowanceView },
    decide: async (tx, request) => {
      const { veteranId } = await allowanceOf(tx, collections, request);
      const veteran = await tx.find(collections.veterans, veteranId);
      if (veteran === undefined) throw new Refused({ code: 'veteran.not-found' });
      const reckon = reckonerOf(tx, rules);
      const awarded = await onAllowance(tx, collections, 'approve', request, (found, act) =>
        approveAllowance(found, veteran, act, reckon(veteran.facts)),
      );
      return allowanceView(awarded);
    },
  });
