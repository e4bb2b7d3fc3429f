import type { IncomingMessage } from 'node:http';
import type { Attributes } from '@opentelemetry/api';

/** Asked by machines every few seconds, or while a clock is moved many times a second: nobody looks for their traces. */
const PROBES: ReadonlySet<string | undefined> = new Set(['/livez', '/readyz', '/metrics', '/local/clock']);

/** A path or a query string may carry an id, an address or an agent point to a person; the route says enough. */
const WITHHELD: Attributes = {
  'url.path': undefined,
  'url.query': undefined,
  'client.address': undefined,
  'network.peer.address': undefined,
  'network.peer.port': undefined,
  'user_agent.original': undefined,
};

/** What is traced of requests, and what of them is left out. */
export const requestSpans = {
  ignoreIncomingRequestHook: ({ url }: IncomingMessage): boolean => PROBES.has(url),
  startIncomingSpanHook: (): Attributes => WITHHELD,
} as const;
