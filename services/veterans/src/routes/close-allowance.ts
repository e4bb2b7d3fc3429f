import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import type { Collections } from '../adapters/collections.ts';
import { endAllowance, rejectAllowance } from '../domain/allowance.ts';
import { EndReason } from '../domain/last-month.ts';
import { allowanceView, AllowanceView } from './allowance-view.ts';
import { OFFICERS } from './officer.ts';
import { AllowanceParams, onAllowance } from './on-allowance.ts';

export const rejectAllowanceRoute = (collections: Collections): Route =>
  command({
    path: '/allowances/:id/reject',
    operationId: 'rejectAllowance',
    summary: 'Reject a proposed allowance (不予批准)',
    roles: OFFICERS,
    params: AllowanceParams,
    reply: { status: 200, body: AllowanceView },
    decide: async (tx, request) =>
      allowanceView(await onAllowance(tx, collections, 'reject', request, rejectAllowance)),
  });

export const endAllowanceRoute = (collections: Collections): Route =>
  command({
    path: '/allowances/:id/end',
    operationId: 'endAllowance',
    summary: 'End an allowance (停发) with the last month that is owed',
    roles: OFFICERS,
    params: AllowanceParams,
    body: EndReason,
    reply: { status: 200, body: AllowanceView },
    decide: async (tx, request) =>
      allowanceView(
        await onAllowance(tx, collections, 'end', request, (found, act) =>
          endAllowance(found, act, request.body, tx.today),
        ),
      ),
  });
