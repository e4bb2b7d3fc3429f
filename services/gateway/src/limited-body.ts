import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';

/** No route takes more; each has its own limit below it. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

/** The body grew over the limit while it was passed on. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** The body as a stream that ends with BodyTooLarge past the limit; null for a request without one. */
export function limitedBody(request: IncomingMessage, limitBytes: number = BODY_LIMIT_BYTES): Readable | null {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return null;
  return Readable.from(counted(request, limitBytes), { objectMode: false });
}

async function* counted(request: IncomingMessage, limitBytes: number): AsyncGenerator<Buffer> {
  let length = 0;
  // A stream left early is destroyed, and its socket with it, unless told otherwise.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limitBytes) throw new BodyTooLarge();
    yield chunk;
  }
}
