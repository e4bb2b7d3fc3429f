import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What a wire may do with what passes through it. */
export interface WireHooks {
  /** How long, in ms, an answer that has just come is kept back. */
  readonly delayMs?: () => number;
  /** Asked for each piece from the client once it has gone on to the server; true cuts the wire before any answer. */
  readonly cutsAfter?: (piece: Buffer) => boolean;
  /** Made for each connection. */
  readonly forger?: () => Forger;
}

/** Sees what a connection asks, and may put other words into the mouth of the server. */
export interface Forger {
  asked(piece: Buffer): void;
  answered(piece: Buffer): Buffer;
}

/** A TCP path to one server. */
export interface Wire {
  readonly port: number;
  close(): Promise<void>;
}

/** Opens a path to `host:port`. The order of the answers on a connection is kept, however late they are. */
export async function openWire(host: string, port: number, hooks: WireHooks): Promise<Wire> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, host);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    join(client, upstream, hooks);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close').catch(() => undefined);
    },
  };
}

function join(client: Socket, upstream: Socket, { delayMs, cutsAfter, forger }: WireHooks): void {
  const forging = forger?.();
  let isCut = false;
  let freeAtMs = 0;
  client.on('data', (piece: Buffer) => {
    forging?.asked(piece);
    upstream.write(piece);
    if (cutsAfter?.(piece) === true) {
      isCut = true;
      // The server must have had the time to do what it was asked.
      upstream.once('data', () => client.destroy());
    }
  });
  upstream.on('data', (piece: Buffer) => {
    if (isCut) return;
    freeAtMs = Math.max(freeAtMs, performance.now() + (delayMs?.() ?? 0));
    const said = forging?.answered(piece) ?? piece;
    setTimeout(() => client.write(said), freeAtMs - performance.now());
  });
}
