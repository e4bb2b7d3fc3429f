import type { IncomingMessage } from 'node:http';

const DRAIN_BYTES = 4 * 1024 * 1024;

/** Reads what is left of a body, at most 4 MiB, and throws it away: else the connection breaks before its sender has read the refusal. */
export async function drain(request: IncomingMessage): Promise<void> {
  let length = 0;
  await new Promise<void>((resolve) => {
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > DRAIN_BYTES) resolve();
    };
    if (request.readableEnded || request.destroyed) resolve();
    request.on('data', take).once('end', resolve).once('close', resolve);
  });
  request.pause();
}
