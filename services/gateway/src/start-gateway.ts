import { createApp, listen, tokenCheck } from '@minzheng/http';
import type { Logger } from '@minzheng/observability';
import { AUDIENCE, healthRoutes, hostOf, issuerDependency } from '@minzheng/service';
import type { Dependency } from '@minzheng/service';
import { systemClocks } from '@minzheng/types';
import type { Express } from 'express';
import { mountClock } from './clock/clock-door.ts';
import type { GatewaySettings } from './config.ts';
import { forward } from './forward.ts';
import type { ForwardSettings } from './forward.ts';
import { routeTable } from './route-table.ts';
import type { UpstreamName } from './route-table.ts';
import { openUpstream } from './upstream.ts';
import type { Upstream } from './upstream.ts';

const API = '/api/v1';

/** An open gateway. */
export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Opens the only door. It starts, and stays ready, whatever is away behind it. */
export async function startGateway(settings: GatewaySettings, log: Logger): Promise<RunningGateway> {
  let isStopping = false;
  const clocks = settings.MINZHENG_ENV === 'local' ? settings.LOCAL_CLOCKS : undefined;
  const upstreams = openUpstreams(settings);
  const auth = tokenCheck({ issuer: settings.ISSUER_URL, audience: AUDIENCE });
  const health = healthRoutes({
    isStopping: () => isStopping,
    needs: () => Promise.resolve({ ok: true }),
    dependencies: [issuerDependency(settings.ISSUER_URL), ...dependenciesOf(upstreams)],
  });
  const app = createApp({
    service: 'gateway',
    routes: health,
    auth,
    log,
    clocks: systemClocks,
    isStopping: () => isStopping,
    mount: (express) => {
      mountRoutes(express, upstreams, { auth, log });
      if (clocks !== undefined) mountClock(express, clocks, log);
    },
  });
  const door = await listen(app, { port: settings.PORT, ...hostOf(settings) });
  log.info({ port: door.port }, 'listening');
  return {
    url: door.url,
    port: door.port,
    stop: async () => {
      isStopping = true;
      await door.close();
      await Promise.all([...upstreams.values()].map((upstream) => upstream.close()));
    },
  };
}

type Upstreams = ReadonlyMap<UpstreamName, Upstream>;

function openUpstreams({ UPSTREAMS: addresses }: GatewaySettings): Upstreams {
  const names = Object.keys(addresses) as UpstreamName[];
  return new Map(names.map((name) => [name, openUpstream(name, addresses[name])]));
}

/** One Express route a row, so that the log names the row and never the path. */
function mountRoutes(app: Express, upstreams: Upstreams, settings: ForwardSettings): void {
  for (const [segment, name] of Object.entries(routeTable)) {
    const upstream = upstreams.get(name);
    if (upstream)
      app.all(
        `${API}/${segment}{/*rest}`,
        forward(upstream, (path) => path.slice(API.length), settings),
      );
  }
  for (const [name, upstream] of upstreams) {
    const prefix = `${API}/ops/${name}`;
    app.all(
      `${prefix}/*rest`,
      forward(upstream, (path) => `/ops${path.slice(prefix.length)}`, settings),
    );
  }
}

function dependenciesOf(upstreams: Upstreams): Dependency[] {
  return [...upstreams.values()].map((upstream) => ({ name: upstream.name, isUp: () => upstream.isUp() }));
}
