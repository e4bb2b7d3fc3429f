import { applicationsRefusals } from './applications.ts';
import { clockRefusals } from './clock.ts';
import { httpRefusals } from './http.ts';
import { notificationsRefusals } from './notifications.ts';
import { paymentsRefusals } from './payments.ts';
import { peopleRefusals } from './people.ts';

/** Every refusal of the platform: one file an owner. A code is stable for ever; its texts may be bettered. */
export const refusals = {
  ...httpRefusals,
  ...peopleRefusals,
  ...applicationsRefusals,
  ...paymentsRefusals,
  ...notificationsRefusals,
  ...clockRefusals,
} as const;

export type RefusalCode = keyof typeof refusals;
