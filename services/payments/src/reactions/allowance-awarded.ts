import type { Reaction } from '@minzheng/messaging';
import { AllowanceAwarded } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { start } from './start.ts';

export const onAllowanceAwarded = ({ entitlements }: Stores): Reaction =>
  start(AllowanceAwarded, entitlements, (data) => ({
    origin: { kind: 'allowance', allowanceId: data.allowanceId },
    granted: data,
  }));
