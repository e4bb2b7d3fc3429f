import { createApp, listen, rateLimits, tokenCheck } from '@minzheng/http';
import { openBus } from '@minzheng/messaging';
import type { Logger } from '@minzheng/observability';
import { AUDIENCE, healthRoutes, hostOf, issuerDependency } from '@minzheng/service';
import type { Dependency } from '@minzheng/service';
import { systemClocks } from '@minzheng/types';
import type { Express } from 'express';
import { mountClock } from './clock/clock-door.ts';
import type { GatewaySettings } from './config.ts';
import { contractRoutes, rows } from './contracts.ts';
import type { UpstreamName } from './contracts.ts';
import { mountDocs } from './docs-page.ts';
import { forward } from './forward.ts';
import type { ForwardSettings } from './forward.ts';
import { openLimits } from './limits/limits.ts';
import { openLive } from './live/open-live.ts';
import { API, mountContract } from './mount-contract.ts';
import { mountOverview } from './overview/overview.ts';
import { credentials as newCredentials } from './session/credentials.ts';
import { portalClient } from './session/portal-client.ts';
import { sealedCookies } from './session/sealed-cookies.ts';
import { mountSession } from './session/session-routes.ts';
import { mountPages } from './portal-pages.ts';
import { openUpstream } from './upstream.ts';
import type { Upstream } from './upstream.ts';

/** An open gateway. */
export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  /** Resolves when whatever happens from now on is told to the pages that listen. */
  readonly liveBegun: Promise<void>;
  stop(): Promise<void>;
}

/** Opens the only door. It starts, and stays ready, whatever is away behind it. */
export async function startGateway(settings: GatewaySettings, log: Logger): Promise<RunningGateway> {
  let isStopping = false;
  const clocks = settings.MINZHENG_ENV === 'local' ? settings.LOCAL_CLOCKS : undefined;
  const upstreams = openUpstreams(settings);
  const auth = tokenCheck({ issuer: settings.ISSUER_URL, audience: AUDIENCE });
  const shared = rateLimits({ redisUrl: settings.REDIS_URL, processes: settings.GATEWAY_PROCESSES });
  const limits = openLimits({ shared, keyPrefix: settings.TOPIC_PREFIX, factor: settings.RATE_LIMIT_FACTOR });
  const bus = openBus(
    { brokers: settings.KAFKA_BROKERS, clientId: 'gateway', topicPrefix: settings.TOPIC_PREFIX },
    { log, clocks: systemClocks },
  );
  const live = openLive(bus);
  const publicUrl = settings.PUBLIC_URL;
  const cookies = sealedCookies({ secrets: settings.SESSION_SECRETS, publicUrl });
  const client = portalClient({ issuer: settings.ISSUER_URL, clientSecret: settings.PORTAL_CLIENT_SECRET, publicUrl });
  const credentials = newCredentials({ auth, cookies, client, publicUrl });
  const health = healthRoutes({
    isStopping: () => isStopping,
    needs: () => Promise.resolve({ ok: true }),
    dependencies: [
      issuerDependency(settings.ISSUER_URL),
      { name: 'redis', isUp: () => shared.isUp() },
      { name: 'kafka', isUp: () => bus.alive() },
      ...dependenciesOf(upstreams),
    ],
  });
  const app = createApp({
    service: 'gateway',
    routes: [...health, ...contractRoutes],
    auth,
    log,
    clocks: systemClocks,
    isStopping: () => isStopping,
    mount: (express) => {
      if (settings.TRUSTED_PROXIES !== undefined) express.set('trust proxy', settings.TRUSTED_PROXIES);
      express.use(limits.byAddress);
      mountSession(express, { cookies, client, credentials, limits, publicUrl, log });
      live.mount(express, { credentials, limits });
      mountOverview(express, upstreams, { credentials, limits, log });
      mountRoutes(express, upstreams, { credentials, limits, log });
      if (clocks !== undefined) mountClock(express, clocks, log);
    },
  });
  await shared.begun;
  const door = await listen(app, { port: settings.PORT, ...hostOf(settings) });
  log.info({ port: door.port }, 'listening');
  return {
    url: door.url,
    port: door.port,
    liveBegun: live.begun,
    stop: async () => {
      isStopping = true;
      // Streams would keep the door open.
      await Promise.all([live.close(), door.close()]);
      await Promise.all([...upstreams.values()].map((upstream) => upstream.close()));
      await Promise.all([bus.close(), shared.close()]);
    },
  };
}

type Upstreams = ReadonlyMap<UpstreamName, Upstream>;

function openUpstreams({ UPSTREAMS: addresses }: GatewaySettings): Upstreams {
  return new Map(Object.entries(addresses).map(([name, address]) => [name, openUpstream(name, address)]));
}

/** The contract, what shows it, and each service's /ops, which is the operator's and no part of it. */
function mountRoutes(app: Express, upstreams: Upstreams, settings: ForwardSettings): void {
  mountDocs(app);
  mountContract(app, rows, upstreams, settings);
  for (const [name, upstream] of upstreams) {
    const prefix = `${API}/ops/${name}`;
    app.all(
      `${prefix}/*rest`,
      forward(upstream, (path) => `/ops${path.slice(prefix.length)}`, settings),
    );
  }
  mountPages(app);
}

function dependenciesOf(upstreams: Upstreams): Dependency[] {
  return [...upstreams.values()].map((upstream) => ({ name: upstream.name, isUp: () => upstream.isUp() }));
}
