import * as applications from '@minzheng/applications';
import type { Route } from '@minzheng/http';
import * as notifications from '@minzheng/notifications';
import * as payments from '@minzheng/payments';
import * as people from '@minzheng/people';
import { opsRoutes } from '@minzheng/service';
import * as subscriptions from '@minzheng/subscriptions';
import * as training from '@minzheng/training';
import { refusalsByOwner } from '@minzheng/types';
import type { RefusalDeclaration } from '@minzheng/types';
import * as veterans from '@minzheng/veterans';
import { unopened } from './unopened.ts';

/** A service as its contract sees it. */
export interface ContractedService {
  readonly name: string;
  /** Its own table. */
  readonly routes: readonly Route[];
  /** What `/ops` answers, the same in each. */
  readonly opsRoutes: readonly Route[];
  readonly refusals: Readonly<Record<string, RefusalDeclaration>>;
}

const tables: Readonly<Record<string, (parts: never) => readonly Route[]>> = {
  applications: applications.routes,
  notifications: notifications.routes,
  payments: payments.routes,
  people: people.routes,
  subscriptions: subscriptions.routes,
  training: training.routes,
  veterans: veterans.routes,
};

const ownRefusals: Readonly<Record<string, Readonly<Record<string, RefusalDeclaration>>>> = refusalsByOwner;

/** Every service with a contract, in alphabetical order. Nothing is opened for it. */
export function contractedServices(): ContractedService[] {
  return Object.entries(tables).map(([name, routesOf]) => ({
    name,
    routes: routesOf(unopened(name)),
    opsRoutes: opsRoutes(unopened('ops')),
    refusals: { ...refusalsByOwner.http, ...ownRefusals[name] },
  }));
}
