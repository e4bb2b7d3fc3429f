import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import type { EntitlementOrigin, EventDefinition, EventOf } from '@minzheng/types';
import { entitlementId, startEntitlement } from '../domain/entitlement.ts';
import type { Entitlement } from '../domain/entitlement.ts';
import { EventIncomplete } from './event-incomplete.ts';

/** What a decision on a monthly sum says, whoever has made it. */
type Granted = Pick<Entitlement, 'decisionId' | 'programme' | 'monthlyFen' | 'decidedOn' | 'sample'> & {
  readonly payFrom: Entitlement['from'];
};

/** A decision that grants a monthly sum becomes a sum owed every month; the same decision again changes nothing. */
export function start<D extends EventDefinition>(
  event: D,
  entitlements: Repository<Entitlement>,
  grantedBy: (data: EventOf<D>['data']) => { readonly origin: EntitlementOrigin; readonly granted: Granted },
): Reaction {
  return on(event, {
    into: entitlements,
    id: ({ data }) => {
      const { origin, granted } = grantedBy(data);
      return granted.monthlyFen > 0 ? entitlementId(origin, granted.decisionId) : undefined;
    },
    decide: (known, { personid: personId, divisioncode: divisionCode, data }, at) => {
      if (known !== undefined) return 'ignore';
      if (personId === undefined || divisionCode === undefined) throw new EventIncomplete('no person or no division');
      const { origin, granted } = grantedBy(data);
      const { decisionId, programme, monthlyFen, payFrom, decidedOn, sample } = granted;
      return startEntitlement({
        id: entitlementId(origin, decisionId),
        origin,
        decisionId,
        personId,
        divisionCode,
        programme,
        monthlyFen,
        from: payFrom,
        decidedOn,
        startedAt: at,
        sample,
      });
    },
  });
}
