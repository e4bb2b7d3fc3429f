import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import type { EntitlementOrigin, EventDefinition, EventOf } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { entitlementId, startEntitlement, sumOf } from '../domain/entitlement.ts';
import type { Entitlement } from '../domain/entitlement.ts';
import { EventIncomplete } from './event-incomplete.ts';

/** What a decision on a sum says, owed every month or once, whoever has made it. */
type Granted = Pick<Entitlement, 'decisionId' | 'programme' | 'monthlyFen' | 'oneOffFen' | 'decidedOn' | 'sample'> & {
  readonly payFrom: Entitlement['from'];
};

/** A decision that grants a sum becomes a sum owed; the same decision again changes nothing, and one that grants none owes nothing. */
export function start<D extends EventDefinition>(
  event: D,
  { entitlements, persons }: Pick<Stores, 'entitlements' | 'persons'>,
  grantedBy: (data: EventOf<D>['data']) => { readonly origin: EntitlementOrigin; readonly granted: Granted },
): Reaction {
  return on(event, {
    into: entitlements,
    id: ({ data }) => {
      const { origin, granted } = grantedBy(data);
      return sumOf(granted) > 0 ? entitlementId(origin, granted.decisionId) : undefined;
    },
    decide: (known, { personid: personId, divisioncode: divisionCode, data }, at) => {
      if (known !== undefined) return 'ignore';
      if (personId === undefined || divisionCode === undefined) throw new EventIncomplete('no person or no division');
      const { origin, granted } = grantedBy(data);
      const { decisionId, programme, monthlyFen, oneOffFen, payFrom, decidedOn, sample } = granted;
      return startEntitlement({
        id: entitlementId(origin, decisionId),
        origin,
        decisionId,
        personId: persons.survivorOf(personId),
        divisionCode,
        programme,
        monthlyFen,
        ...(oneOffFen !== undefined && { oneOffFen }),
        from: payFrom,
        decidedOn,
        startedAt: at,
        sample,
      });
    },
  });
}
