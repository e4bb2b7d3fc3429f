import { Address, BaseSettings, ProcessSettings, Secret } from '@minzheng/service';
import { z } from 'zod';
import { UpstreamName } from './contracts.ts';

const HttpAddress = z.url({ protocol: /^https?$/ });

/** iron-session seals with nothing shorter. */
const SHORTEST_SESSION_SECRET = 32;
const NumberedSecret = z.string().regex(new RegExp(`^[1-9]\\d{0,5}:.{${SHORTEST_SESSION_SECRET},}$`));

const count = (most: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most));

const fromJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

/** The gateway's settings. `UPSTREAMS` is a JSON object: where each service is; `LOCAL_CLOCKS` another: whose clock can be moved. */
export const GatewaySettings = ProcessSettings.extend({
  UPSTREAMS: fromJson
    .pipe(z.record(UpstreamName, HttpAddress))
    .describe('a JSON object with the address of each service'),
  LOCAL_CLOCKS: fromJson
    .pipe(z.record(z.string(), HttpAddress))
    .optional()
    .describe('a JSON object with the address of each process whose clock is moved'),
  PUBLIC_URL: Address.describe('the address of the gateway as browsers see it, https in production'),
  PORTAL_CLIENT_SECRET: Secret,
  SESSION_SECRETS: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(NumberedSecret).min(1))
    .transform((parts) => Object.fromEntries(parts.map(numbered)))
    .describe('number:secret with commas between, each secret of at least 32 characters; the highest number seals'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).describe('the address of a Redis'),
  KAFKA_BROKERS: BaseSettings.shape.KAFKA_BROKERS,
  TOPIC_PREFIX: BaseSettings.shape.TOPIC_PREFIX,
  GATEWAY_PROCESSES: count(1_000).default(1).describe('the number of gateway processes'),
  RATE_LIMIT_FACTOR: count(1_000).default(1).describe('a number that every rate limit is multiplied with'),
  TRUSTED_PROXIES: z.string().min(1).optional().describe('addresses or networks of the proxies in front'),
}).refine(({ MINZHENG_ENV, PUBLIC_URL }) => MINZHENG_ENV === 'local' || PUBLIC_URL.startsWith('https:'), {
  path: ['PUBLIC_URL'],
});
export type GatewaySettings = z.output<typeof GatewaySettings>;

function numbered(part: string): [string, string] {
  const at = part.indexOf(':');
  return [part.slice(0, at), part.slice(at + 1)];
}
