import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** A simulator at its door. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Cuts every connection, also those that wait for an answer that never comes. */
  stop(): Promise<void>;
}

/** Opens the app on 127.0.0.1; port 0 lets the operating system choose. Rejects when the port is taken. */
export async function listen(app: Express, port: number): Promise<Listening> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
