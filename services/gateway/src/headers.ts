import type { IncomingHttpHeaders } from 'node:http';

/**
 * What a service may learn of a request; hop-by-hop headers, cookies and what a client says of its own address stay outside. So do its
 * `tracestate` and `baggage`: they are the client's own words, and would be written into every span of ours.
 */
const REQUEST_HEADERS = [
  'accept',
  'accept-language',
  'content-encoding',
  'content-length',
  'content-type',
  'idempotency-key',
  'user-agent',
];

const RESPONSE_HEADERS = [
  'allow',
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'idempotency-replayed',
  'location',
  'retry-after',
  'www-authenticate',
];

type Headers = Record<string, string>;

/** What the gateway itself says of a request: the trace that stands for it, and for whom it is made. */
export interface Said {
  readonly traceparent: string;
  readonly authorization: string;
}

/** The headers that go on to a service. */
export function requestHeaders(headers: IncomingHttpHeaders, { traceparent, authorization }: Said): Headers {
  return { ...picked(headers, REQUEST_HEADERS), traceparent, authorization };
}

/** The headers that come back from a service. */
export function responseHeaders(headers: IncomingHttpHeaders): Headers {
  return picked(headers, RESPONSE_HEADERS);
}

function picked(headers: IncomingHttpHeaders, names: readonly string[]): Headers {
  const there = names.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(there);
}
