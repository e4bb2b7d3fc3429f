import { createApp, listen, mountLocalClock, tokenCheck } from '@minzheng/http';
import type { LocalClock } from '@minzheng/http';
import type { Bus } from '@minzheng/messaging';
import type { Logger, Metrics } from '@minzheng/observability';
import type { Store } from '@minzheng/store';
import type { Clocks } from '@minzheng/types';
import type { Check } from './checks.ts';
import type { Closers } from './closers.ts';
import { countedChecks } from './counted-checks.ts';
import type { DeadlineRunner } from './deadline-runner.ts';
import type { ServiceParts } from './define-service.ts';
import type { EndedAccessList } from './ended-access.ts';
import type { MergedPersons } from './merged-persons.ts';
import { metricsRoute } from './metrics-route.ts';
import { opsRoutes } from './ops-routes.ts';
import type { PressureGauge } from './pressure.ts';
import { healthRoutes, issuerDependency } from './readiness.ts';
import { hostOf } from './settings.ts';
import type { BaseSettings } from './settings.ts';
import type { Traffic } from './traffic.ts';

/** The audience of every access token for this platform. */
export const AUDIENCE = 'minzheng-api';
/** In production the load balancer needs this long to see that a process takes no more. */
const DRAIN_MS = 3_000;
const CLOSE_LIMIT_MS = 5_000;

/** A service that answers at `url`. */
export interface Running {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  stop(): Promise<void>;
}

/** Everything of a service but its door. */
export interface Inside {
  readonly name: string;
  readonly settings: BaseSettings;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clocks: Clocks;
  readonly closers: Closers;
  readonly store: Store;
  readonly parts: ServiceParts;
  readonly bus: Bus;
  readonly traffic: Traffic;
  readonly runner: DeadlineRunner;
  readonly checks: readonly Check[];
  readonly pressure: PressureGauge;
  /** Where the civil clock is virtual. */
  readonly localClock: LocalClock | undefined;
  readonly endedAccess: Pick<EndedAccessList, 'has'>;
  readonly persons: MergedPersons;
}

/** Opens the door over a running inside: health, ops, the service's own routes. */
export async function openDoor(inside: Inside): Promise<Running> {
  const {
    name,
    settings,
    log,
    clocks,
    metrics,
    closers,
    store,
    parts,
    bus,
    pressure,
    localClock,
    endedAccess,
    persons,
  } = inside;
  const checks = countedChecks(inside.checks, metrics);
  let isStopping = false;
  const isAsked = (): boolean => isStopping;
  const dependencies = [
    { name: 'kafka', isUp: () => bus.alive() },
    issuerDependency(settings.ISSUER_URL),
    ...(parts.dependencies ?? []),
  ];
  const health = healthRoutes({ isStopping: isAsked, needs: () => store.ready(), dependencies });
  const ops = opsRoutes({ service: name, store, log, checks, status: () => statusOf(inside) });
  const app = createApp({
    service: name,
    routes: [...health, metricsRoute(metrics), ...ops, ...parts.routes],
    store,
    auth: tokenCheck({
      issuer: settings.ISSUER_URL,
      audience: AUDIENCE,
      hasAccessEnded: (staffNo) => endedAccess.has(staffNo),
      personsOf: (personId) => persons.allOf(personId),
    }),
    log,
    clocks,
    metrics,
    isStopping: isAsked,
    isBusy: () => pressure.busy(),
    ...(localClock && { mount: (express) => mountLocalClock(express, localClock) }),
  });
  const door = await listen(app, { port: settings.PORT, ...hostOf(settings) });
  closers.add('door', CLOSE_LIMIT_MS, () => door.close());
  log.info({ port: door.port }, 'listening');
  const stop = async (): Promise<void> => {
    isStopping = true;
    if (settings.MINZHENG_ENV === 'production') await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
    await closers.closeAll();
  };
  let stopped: Promise<void> | undefined;
  return { url: door.url, port: door.port, store, stop: () => (stopped ??= stop()) };
}

async function statusOf({
  settings,
  store,
  traffic,
  runner,
  parts,
  metrics,
}: Inside): Promise<Readonly<Record<string, unknown>>> {
  const [unpublished, backlog, parked, earliest, audit] = await Promise.all([
    store.outbox.unpublished(),
    store.outbox.backlog(settings.OUTBOX_BUDGET_EVENTS + 1),
    store.parked.count(),
    store.deadlines.earliest(),
    store.audit.status(),
  ]);
  return {
    consumers: traffic.status() ?? 'waiting for Kafka',
    outbox: { ...backlog, unpublished: unpublished.map(({ id, slot }) => ({ id, slot })) },
    parked,
    audit,
    metrics: metrics.snapshot(),
    deadlines: { ...runner.status(), ...(earliest && { nextKind: earliest.kind, nextDueAt: earliest.dueAt }) },
    ...(parts.status && { own: parts.status() }),
  };
}
