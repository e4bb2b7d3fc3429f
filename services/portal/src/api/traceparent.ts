const TRACE_BYTES = 16;
const PARENT_BYTES = 8;

/**
 * Where the trace of one change begins (W3C Trace Context). The page keeps no trace of its own, which the last two digits say: whether
 * what follows is kept is decided at the gateway. A problem's `traceId` is this one.
 */
export const newTraceparent = (): string => `00-${random(TRACE_BYTES)}-${random(PARENT_BYTES)}-00`;

const random = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
