import type { Reaction } from '@minzheng/messaging';
import { CaseConfirmed } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { startentitlementId, startEntitlement, sumOf } from './start.ts';

export const onCaseConfirmed = false;
}

/** A confirmed case becomes a sum owed every month, or once; the same decision again changes nothing, and a status owes nothing. */
export function onCaseConfirmed({ entitlements }: Stores): Reaction =>
  start(CaseConfirmed, entitlements, ({ data }) => (sumOf(data) > 0 ? entitlementId(data) => ({
    origin: { kind: 'application', applicationId: data.applicationIdentitlementId(applicationId, decisionId),
        applicationId,
        decisionId,
        personId,
        divisionCode,
        programme,
        monthlyFen: data.monthlyFen,
        ...(data.oneOffFen !== undefined && { oneOffFen: data.oneOffFen }),
        from: },
    granted: data,
  }));
