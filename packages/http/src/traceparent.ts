import { randomBytes } from 'node:crypto';

const SHAPE = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const ZEROS = /^0+$/;

/** Where a request stands in a trace: the W3C header and its trace id, which people read as `traceId`. */
export interface Trace {
  readonly traceparent: string;
  readonly traceId: string;
}

/** The caller's trace, or a new one where the header is absent, malformed or all zeros: garbage never fails a request. */
export function traceOf(header: string | undefined): Trace {
  const [, traceId, parentId] = SHAPE.exec(header ?? '') ?? [];
  if (header === undefined || traceId === undefined || parentId === undefined) return newTrace();
  if (ZEROS.test(traceId) || ZEROS.test(parentId)) return newTrace();
  return { traceparent: header, traceId };
}

function newTrace(): Trace {
  const traceId = randomBytes(16).toString('hex');
  return { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01`, traceId };
}
