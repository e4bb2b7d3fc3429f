import type { Check } from '@minzheng/service';
import { HEADS } from '../domain/delivery.ts';
import type { Stores } from './stores.ts';

/** Looks at the deliveries that have waited longest; one that waits in vain is among them. */
const LOOKED_AT = 500;

/** A delivery may wait only while an earlier one of its lane is to be sent or has failed. */
export function nothingWaitsInVain({ deliveries }: Stores): Check {
  return {
    name: 'no-delivery-waits-in-vain',
    run: async () => {
      const waiting = await deliveries.list(
        'system',
        { status: 'waiting' },
        { sort: { by: 'changedAt' }, limit: LOOKED_AT },
      );
      const lanes = [...new Set(waiting.map(({ lane }) => lane))];
      const heads = await deliveries.list(
        'system',
        { lane: { $in: lanes }, status: { $in: HEADS } },
        { limit: LOOKED_AT },
      );
      const taken = new Set(heads.map(({ lane }) => lane));
      const forgotten = waiting.find(({ lane }) => !taken.has(lane));
      return forgotten === undefined
        ? { ok: true }
        : { ok: false, culprit: `delivery ${forgotten.id} waits behind nothing` };
    },
  };
}
