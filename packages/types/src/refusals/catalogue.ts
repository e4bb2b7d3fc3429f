import { applicationsRefusals } from './applications.ts';
import { clockRefusals } from './clock.ts';
import type { RefusalDeclaration } from './declaration.ts';
import { gatewayRefusals } from './gateway.ts';
import { httpRefusals } from './http.ts';
import { notificationsRefusals } from './notifications.ts';
import { paymentsRefusals } from './payments.ts';
import { peopleRefusals } from './people.ts';
import { trainingRefusals } from './training.ts';
import { veteransRefusals } from './veterans.ts';
import { subscriptionsRefusals } from './subscriptions.ts';

/** What each service refuses beside what every door refuses, `http`: one file an owner. */
export const refusalsByOwner = {
  http: httpRefusals,
  gateway: gatewayRefusals,
  people: peopleRefusals,
  applications: applicationsRefusals,
  payments: paymentsRefusals,
  notifications: notificationsRefusals,
  veterans: veteransRefusals,
  subscriptions: subscriptionsRefusals,
  clock: clockRefusals,
  training: trainingRefusals,
} as const satisfies Readonly<Record<string, Readonly<Record<string, RefusalDeclaration>>>>;

type Owners = typeof refusalsByOwner;
export type RefusalCode = { [Owner in keyof Owners]: keyof Owners[Owner] }[keyof Owners];

/** Every refusal of the platform. A code is stable for ever; its texts may be bettered. */
export const refusals: Readonly<Record<RefusalCode, RefusalDeclaration>> = Object.assign(
  {},
  ...Object.values(refusalsByOwner),
);
