import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { AllowanceId, VeteranId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { OPEN, proposeAllowance } from '../domain/allowance.ts';
import { allowanceView, AllowanceView } from './allowance-view.ts';
import { actOf, entryOf, OFFICERS } from './officer.ts';
import { reckonerOf } from './rule-book.ts';
import type { RuleBook } from './rule-book.ts';

export const proposeAllowanceRoute = (collections: Collections, rules: RuleBook): Route =>
  command({
    path: '/allowances',
    operationId: 'proposeAllowance',
    summary: 'Propose the monthly allowance of a confirmed veteran (定期待遇), at the standard of the day',
    roles: OFFICERS,
    body: z.strictObject({ veteranId: VeteranId }),
    reply: { status: 201, body: AllowanceView },
    decide: async (tx, { body: { veteranId }, caller }) => {
      const act = actOf(tx, caller);
      const veteran = await tx.find(collections.veterans, veteranId);
      if (veteran === undefined) throw new Refused({ code: 'veteran.not-found' });
      await assertNoOther(tx, collections, veteranId);
      const id = AllowanceId.parse(tx.newId());
      const reckon = reckonerOf(tx, rules);
      const allowance = await tx.apply(collections.allowances, id, () =>
        proposeAllowance(id, veteran, act, reckon(veteran.facts)),
      );
      tx.audit(entryOf('allowance.propose', allowance));
      return allowanceView(allowance);
    },
  });

/** Said clearly where it can be seen; where two officers propose at once, the unique index decides. */
async function assertNoOther(tx: Transaction, { allowances }: Collections, veteranId: VeteranId): Promise<void> {
  const open = await tx.list(allowances, { veteranId, status: { $in: OPEN } }, { limit: 1 });
  if (open.length > 0) throw new Refused({ code: 'allowance.already-there' });
}
