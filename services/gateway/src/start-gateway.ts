import { createApp, listen, tokenCheck } from '@minzheng/http';
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
import { API, mountContract } from './mount-contract.ts';
import { openUpstream } from './upstream.ts';
import type { Upstream } from './upstream.ts';

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
    routes: [...health, ...contractRoutes],
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
}

function dependenciesOf(upstreams: Upstreams): Dependency[] {
  return [...upstreams.values()].map((upstream) => ({ name: upstream.name, isUp: () => upstream.isUp() }));
}
