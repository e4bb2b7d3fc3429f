import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { sayProtobuf } from './protobuf.ts';
import type { Spool } from './spool.ts';

/** Takes the place of a collector. */
export interface OtlpReceiver {
  readonly url: string;
  /** How many reports of that kind have come, since the start. */
  received(kind: 'traces' | 'metrics'): number;
  stop(): Promise<void>;
}

/** Listens on a free port of the loopback address and keeps everything that is exported to it (OTLP over HTTP, protobuf or JSON). */
export async function receiveOtlp(spool: Spool): Promise<OtlpReceiver> {
  const counts = new Map<string, number>();
  const keep = async (request: IncomingMessage): Promise<void> => {
    const kind = request.url?.split('/').at(-1) ?? '';
    spool.add(Buffer.concat([Buffer.from(`${kind}\n`), await bodyOf(request)]));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const server = createServer((request, response) => {
    const answer = (status: number): void => void response.writeHead(status).end();
    keep(request).then(
      () => answer(200),
      () => answer(400),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received: (kind) => counts.get(kind) ?? 0,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The body as it was before it was packed, and what a protobuf says as text. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const sent = Buffer.concat(parts);
  const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
  const said = request.headers['content-type']?.includes('protobuf') === true ? sayProtobuf(body) : '';
  if (said === undefined) throw new Error('no protobuf');
  return Buffer.concat([body, Buffer.from(`\n${said}`)]);
}
