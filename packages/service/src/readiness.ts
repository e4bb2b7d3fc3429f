import { probe } from '@minzheng/http';
import type { ProbeRoute } from '@minzheng/http';

const LIMIT_MS = 1_000;

/** Something a process can do without for a while: its absence is reported, and is no reason to take the process out. */
export interface Dependency {
  readonly name: string;
  readonly isUp: () => Promise<boolean>;
}

/** What readiness is asked of. */
export interface ReadinessSettings {
  readonly isStopping: () => boolean;
  /** What it cannot do without. */
  readonly needs: () => Promise<{ ok: true } | { ok: false; reason: string }>;
  readonly dependencies: readonly Dependency[];
}

/** `/livez`: the process turns. `/readyz`: 503 on shutdown or without what it needs, else 200 and what is missing as `degraded`. */
export function healthRoutes({ isStopping, needs, dependencies }: ReadinessSettings): ProbeRoute[] {
  const ready = async (): Promise<{ status: 200 | 503; body: unknown }> => {
    if (isStopping()) return { status: 503, body: { status: 'stopping' } };
    const needed = await needs();
    if (!needed.ok) return { status: 503, body: { status: 'not-ready', reason: needed.reason } };
    const degraded = await missingOf(dependencies);
    return { status: 200, body: { status: degraded.length === 0 ? 'ready' : 'degraded', degraded } };
  };
  return [
    probe({ path: '/livez', read: () => Promise.resolve({ status: 200, body: { status: 'live' } }) }),
    probe({ path: '/readyz', read: ready }),
  ];
}

async function missingOf(dependencies: readonly Dependency[]): Promise<string[]> {
  const up = await Promise.all(dependencies.map((dependency) => isUpInTime(dependency)));
  return dependencies.filter((_, i) => up[i] !== true).map(({ name }) => name);
}

async function isUpInTime({ isUp }: Dependency): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LIMIT_MS);
  });
  const answer = await Promise.race([isUp().catch(() => false), late]);
  clearTimeout(timer);
  return answer;
}

/** Whether an issuer answers its discovery. */
export function issuerDependency(issuer: string): Dependency {
  return {
    name: 'issuer',
    isUp: async () => {
      const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      await response.body?.cancel();
      return response.ok;
    },
  };
}
