import type { Reaction } from '@minzheng/messaging';
import { CaseConfirmed } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import { start } from './start.ts';

export const onCaseConfirmed = ({ entitlements }: Stores): Reaction =>
  start(CaseConfirmed, entitlements, (data) => ({
    origin: { kind: 'application', applicationId: data.applicationId },
    granted: data,
  }));
