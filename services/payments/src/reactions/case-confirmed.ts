import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import { CaseConfirmed } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { entitlementId, startEntitlement } from '../domain/entitlement.ts';

/** The event does not say whom or where it concerns, so nothing can be owed by it. */
export class EventIncomplete extends Error {
  override readonly name = 'EventIncomplete';
  readonly retriable = false;
}

/** A confirmed case becomes a sum owed every month; the same decision again changes nothing. */
export function onCaseConfirmed({ entitlements }: Stores): Reaction {
  return on(CaseConfirmed, {
    into: entitlements,
    id: ({ data }) => (data.monthlyFen > 0 ? entitlementId(data.applicationId, data.decisionId) : undefined),
    decide: (known, { personid: personId, divisioncode: divisionCode, data }, at) => {
      if (known !== undefined) return 'ignore';
      if (personId === undefined || divisionCode === undefined) throw new EventIncomplete('no person or no division');
      const { applicationId, decisionId, programme, payFrom, decidedOn, sample } = data;
      return startEntitlement({
        id: entitlementId(applicationId, decisionId),
        applicationId,
        decisionId,
        personId,
        divisionCode,
        programme,
        monthlyFen: data.monthlyFen,
        from: payFrom,
        decidedOn,
        startedAt: at,
        sample,
      });
    },
  });
}
