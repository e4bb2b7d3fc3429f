import { z } from 'zod';

/** The services behind the gateway. */
export const UpstreamName = z.enum(['people', 'applications', 'payments', 'notifications']);
export type UpstreamName = z.output<typeof UpstreamName>;

/** Which service answers for a path: by the first segment after `/api/v1`. */
export const routeTable: Readonly<Record<string, UpstreamName>> = {
  people: 'people',
  applications: 'applications',
  accounts: 'payments',
  entitlements: 'payments',
  'pay-runs': 'payments',
  payments: 'payments',
  ledger: 'payments',
  budget: 'payments',
  'payment-tasks': 'payments',
  contacts: 'notifications',
  messages: 'notifications',
};
