import { randomBytes } from 'node:crypto';
import { testServers } from '@minzheng/testing';
import { UpstreamName } from '../src/contracts.ts';

/** What a browser's pages would be served under; a test that follows a browser gives the real address. */
const SOMEWHERE = 'http://127.0.0.1:1';
export const PORTAL_SECRET = 'the-portal-secret-of-this-test';
export const SESSION_SECRET = 'a-session-secret-of-this-test-only';

/** The settings of a gateway on the run's real servers; its counts and topics are its own. */
export function environment(): Record<string, string> {
  const { kafkaBrokers, redisUrl } = testServers();
  return {
    MINZHENG_ENV: 'local',
    PORT: '0',
    ISSUER_URL: SOMEWHERE,
    UPSTREAMS: JSON.stringify(Object.fromEntries(UpstreamName.options.map((name) => [name, SOMEWHERE]))),
    PUBLIC_URL: SOMEWHERE,
    PORTAL_CLIENT_SECRET: PORTAL_SECRET,
    SESSION_SECRETS: `1:${SESSION_SECRET}`,
    REDIS_URL: redisUrl,
    KAFKA_BROKERS: kafkaBrokers.join(','),
    TOPIC_PREFIX: `t${randomBytes(4).toString('hex')}-`,
  };
}
