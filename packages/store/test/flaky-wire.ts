import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What happens to a connection when the client sends something that contains the text. */
export type Mishap = 'lose-reply' | 'cut-after' | 'none';

/** A TCP path to a server that can lose replies or break just after a request has gone through. */
export interface FlakyWire {
  readonly port: number;
  /** The next request with this text meets the mishap; those after it do not. */
  next(text: string, mishap: Mishap): void;
  /** How many requests with this text have gone through since `next` named it. */
  requests(): number;
  /** Nothing comes back, as from a frozen server, until it thaws. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** Opens a path to the host and port. */
export async function flakyWire(host: string, port: number): Promise<FlakyWire> {
  const open = new Set<Socket>();
  let watched = '';
  let requests = 0;
  let trap: { text: string; mishap: Mishap } | undefined;
  let frozen: (() => void)[] | undefined;
  const server = createServer((client) => {
    const upstream = connect(port, host);
    let muted = false;
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => [client, upstream].forEach((one) => one.destroy()));
    }
    client.on('data', (bytes: Buffer) => {
      if (watched !== '' && bytes.includes(watched)) requests += 1;
      const mishap = trap !== undefined && bytes.includes(trap.text) ? trap.mishap : 'none';
      if (mishap !== 'none') trap = undefined;
      muted ||= mishap !== 'none';
      upstream.write(bytes, () => {
        if (mishap === 'cut-after') upstream.once('data', () => void client.destroy());
      });
    });
    upstream.on('data', (bytes) => {
      if (muted) return;
      if (frozen === undefined) client.write(bytes);
      else frozen.push(() => client.write(bytes));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    next: (text, mishap) => {
      trap = { text, mishap };
      watched = text;
      requests = 0;
    },
    requests: () => requests,
    freeze: () => {
      frozen ??= [];
    },
    thaw: () => {
      frozen?.forEach((deliver) => deliver());
      frozen = undefined;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
