import { connect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { ISocketFactory, ISocketFactoryArgs } from 'kafkajs';

const KEEP_ALIVE_MS = 60_000;

/**
 * All sockets of one client. kafkajs goes on retrying, and reconnecting, after it was told to disconnect; a client whose sockets are
 * cut can do nothing any more, so what was left behind can never write a message after its successor.
 */
export class Sockets {
  private readonly open = new Set<Socket>();
  private hasBeenCut = false;

  readonly factory: ISocketFactory = (args) => {
    const socket = connected(args);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.once('close', () => this.open.delete(socket));
    if (this.hasBeenCut) socket.destroy(new Error('this client was left behind'));
    else this.open.add(socket);
    return socket;
  };

  get isCut(): boolean {
    return this.hasBeenCut;
  }

  cut(): void {
    this.hasBeenCut = true;
    for (const socket of this.open) socket.destroy(new Error('this client was left behind'));
  }
}

/** `ssl` is missing, whatever its type says, where the connection is plain. */
function connected({ host, port, ssl, onConnect }: Omit<ISocketFactoryArgs, 'ssl'> & { ssl?: object }): Socket {
  if (!ssl) return connect({ host, port }, onConnect);
  return connectSecurely({ host, port, ...(isIP(host) === 0 && { servername: host }), ...ssl }, onConnect);
}
