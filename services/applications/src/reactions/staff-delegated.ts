import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import { StaffDelegated } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { rememberDelegation } from '../domain/delegation.ts';

/** Its end is no event: the day decides when somebody acts on a case. */
export const staffDelegated = ({ standIns }: Collections): Reaction =>
  on(StaffDelegated, {
    into: standIns,
    id: ({ data }) => data.toStaffNo,
    decide: (known, { data: { toStaffNo, ...delegation } }) => rememberDelegation(known, toStaffNo, delegation),
  });
