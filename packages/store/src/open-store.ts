import type { Logger } from '@minzheng/observability';
import type { Clocks } from '@minzheng/types';
import type { Store, StoreSettings } from './store.ts';

export function openStore(settings: StoreSettings, _deps: { clocks: Clocks; log: Logger }): Promise<Store> {
  return Promise.reject(new Error(`${settings.service}: the transaction is not written yet`));
}
