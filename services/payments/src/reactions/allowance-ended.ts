import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import { AllowanceEnded } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { endEntitlement, entitlementId } from '../domain/entitlement.ts';
import { EventIncomplete } from './event-incomplete.ts';

/** An allowance that ended is owed no longer; an ending before its award is parked, for the award comes first (one key). */
export const onAllowanceEnded = ({ entitlements }: Stores): Reaction =>
  on(AllowanceEnded, {
    into: entitlements,
    id: ({ data }) => entitlementId({ kind: 'allowance', allowanceId: data.allowanceId }, data.decisionId),
    decide: (known, { data }) => {
      if (known === undefined) throw new EventIncomplete('the allowance that ends was never awarded');
      return known.status === 'ended' ? 'ignore' : endEntitlement(known, data.lastMonth);
    },
  });
