import { sendProblem } from '@minzheng/http';
import type { Allowance, Limiter, RateLimits } from '@minzheng/http';
import type { Caller } from '@minzheng/types';
import type { Request, RequestHandler, Response } from 'express';
import { FLOWS, PER_ADDRESS, PER_ROUTE, PER_SUBJECT, SIGN_INS } from './budgets.ts';
import type { Flow, Rate } from './budgets.ts';

const MINUTE_S = 60;
const READS = new Set(['GET', 'HEAD']);

/** Lets requests in, or answers them with 429, Retry-After and what is left of the budgets. */
export interface Limits {
  /** By address, before anything is known of the caller. */
  readonly byAddress: RequestHandler;
  /** By caller, route and business flow; false when it has answered. */
  admit(request: Request, response: Response, asked: { caller: Caller; route: string; path: string }): Promise<boolean>;
  /** A sign-in, by address; false when it has answered. Refused while Redis is away: guessing would gain by that. */
  admitSignIn(request: Request, response: Response): Promise<boolean>;
}

/** What the limits are counted with. */
export interface LimitsSettings {
  readonly shared: RateLimits;
  /** Tells this platform's counts from another's in the same Redis. */
  readonly keyPrefix: string;
  readonly factor: number;
}

/** One budget as it is counted. */
interface Counted extends Rate {
  readonly points: number;
  readonly limiter: Limiter;
}

/** Opens the budgets of `budgets.ts`. */
export function openLimits({ shared, keyPrefix, factor }: LimitsSettings): Limits {
  const counted = <R extends Rate>(rate: R): R & Counted => {
    const points = rate.perMinute * factor;
    const budget = { keyPrefix: `${keyPrefix}gateway:${rate.name}`, points, durationS: MINUTE_S };
    return { ...rate, points, limiter: shared.limiter(budget) };
  };
  const [address, subject, route, signIns] = [PER_ADDRESS, PER_SUBJECT, PER_ROUTE, SIGN_INS].map(counted) as [
    Counted,
    Counted,
    Counted,
    Counted,
  ];
  const flows = FLOWS.map(counted);
  return {
    byAddress: async (request, response, next) => {
      if (await admitted(request, response, [{ budget: address, key: addressOf(request) }])) next();
    },
    admit: (request, response, { caller, route: pattern, path }) => {
      const flow = flows.find((one) => isOfFlow(one, request, path));
      return admitted(request, response, [
        { budget: subject, key: caller.sub },
        { budget: route, key: `${caller.sub}|${pattern}` },
        ...(flow === undefined ? [] : [{ budget: flow, key: caller.sub }]),
      ]);
    },
    admitSignIn: async (request, response) => {
      const tried = await tryOne({ budget: signIns, key: addressOf(request) });
      if (tried.isShared) return answered(response, [tried], tried.allowed ? undefined : tried);
      sendProblem(response, { code: 'session.sign-in-unavailable' });
      return false;
    },
  };
}

const addressOf = ({ ip }: Request): string => ip ?? 'unknown';

const isOfFlow = ({ method, path: pattern }: Flow, request: Request, path: string): boolean =>
  request.method === method && pattern.test(path);

interface Try {
  readonly budget: Counted;
  readonly key: string;
}

type Tried = Allowance & { readonly budget: Counted };

const tryOne = async ({ budget, key }: Try): Promise<Tried> => ({ ...(await budget.limiter.consume(key)), budget });

/** While Redis is away a read over this process's own share goes on all the same: the share is a guess. */
async function admitted(request: Request, response: Response, tries: readonly Try[]): Promise<boolean> {
  const tried = await Promise.all(tries.map(tryOne));
  const refused = tried.find(({ allowed, isShared }) => !allowed && (isShared || !READS.has(request.method)));
  return answered(response, tried, refused);
}

function answered(response: Response, tried: readonly Tried[], refused: Tried | undefined): boolean {
  tellRest(response, tried);
  if (refused === undefined) return true;
  sendProblem(response, { code: 'request.rate-limited', params: { retryAfterS: refused.retryAfterS } });
  return false;
}

/** draft-ietf-httpapi-ratelimit-headers: each budget's quota (q) in a window (w), and what remains (r) for how long (t). */
function tellRest(response: Response, tried: readonly Tried[]): void {
  for (const { budget, remaining, retryAfterS } of tried) {
    response.append('RateLimit-Policy', `"${budget.name}";q=${budget.points};w=${MINUTE_S}`);
    response.append('RateLimit', `"${budget.name}";r=${remaining};t=${retryAfterS}`);
  }
}
