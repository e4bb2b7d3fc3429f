import { connect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { ISocketFactory, ISocketFactoryArgs } from 'kafkajs';
import type { Address } from '../bus.ts';
import type { SilentBrokers } from './silent-brokers.ts';

const KEEP_ALIVE_MS = 60_000;
const SILENT = 'this broker does not answer';

/**
 * All sockets of one client. kafkajs goes on retrying, and reconnecting, after it was told to disconnect; a client whose sockets are
 * cut can do nothing any more, so what was left behind can never write a message after its successor.
 */
export class Sockets {
  /** With the broker each was opened to, as `host:port`. */
  private readonly open = new Map<Socket, string>();
  private readonly silent: SilentBrokers;
  private readonly route: (address: Address) => Address;
  private hasBeenCut = false;

  constructor(silent: SilentBrokers, route: (address: Address) => Address = (address) => address) {
    this.silent = silent;
    this.route = route;
  }

  readonly factory: ISocketFactory = (args) => {
    const socket = connected({ ...args, ...this.route({ host: args.host, port: args.port }) });
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.once('close', () => this.open.delete(socket));
    if (this.hasBeenCut) socket.destroy(new Error('this client was left behind'));
    else this.keep(socket, `${args.host}:${args.port}`);
    return socket;
  };

  get isCut(): boolean {
    return this.hasBeenCut;
  }

  cut(): void {
    this.hasBeenCut = true;
    for (const socket of this.open.keys()) socket.destroy(new Error('this client was left behind'));
  }

  /** A broker has let a request time out: what is open to it is cut, and for a while nothing is opened. */
  timedOut(broker: string): void {
    this.silent.note(broker);
    for (const [socket, to] of this.open) if (to === broker) socket.destroy(new Error(SILENT));
  }

  private keep(socket: Socket, broker: string): void {
    if (this.silent.has(broker)) socket.destroy(new Error(SILENT));
    else this.open.set(socket, broker);
  }
}

/** `ssl` is missing, whatever its type says, where the connection is plain. */
function connected({ host, port, ssl, onConnect }: Omit<ISocketFactoryArgs, 'ssl'> & { ssl?: object }): Socket {
  if (!ssl) return connect({ host, port }, onConnect);
  return connectSecurely({ host, port, ...(isIP(host) === 0 && { servername: host }), ...ssl }, onConnect);
}
