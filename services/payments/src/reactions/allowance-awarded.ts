import type { Reaction } from '@minzheng/messaging';
import { AllowanceAwarded } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { start } from './start.ts';

export const onAllowanceAwarded = (stores: Stores): Reaction =>
  start(AllowanceAwarded, stores, (data) => ({
    origin: { kind: 'allowance', allowanceId: data.allowanceId },
    granted: data,
  }));
