import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** An address at which Kafka is away until it is told to come back. */
export interface LateKafka {
  readonly address: string;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps the way to `broker` closed. Who knows the broker's own name afterwards speaks to it directly. */
export async function lateKafka(broker: string): Promise<LateKafka> {
  const [host = '', port = ''] = broker.split(':');
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => socket.destroy()));
    near.pipe(far).pipe(near);
  });
  const reserved = await listening(server, 0);
  await closed(server);
  return {
    address: `127.0.0.1:${reserved}`,
    comeBack: async () => void (await listening(server, reserved)),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await closed(server);
    },
  };
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}
