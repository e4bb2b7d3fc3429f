import type { Reaction } from '@minzheng/messaging';
import { CaseConfirmed } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { start } from './start.ts';

export const onCaseConfirmed = (stores: Stores): Reaction =>
  start(CaseConfirmed, stores, (data) => ({
    origin: { kind: 'application', applicationId: data.applicationId },
    granted: data,
  }));
