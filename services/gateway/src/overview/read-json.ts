import type { Readable } from 'node:stream';

const MOST_BYTES = 1024 * 1024;

/** An answer's body as JSON. Rejects for one above 1 MiB, and for one that is no JSON. */
export async function readJson(body: Readable): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) throw new RangeError('the answer is too large');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
