import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What reached a service. */
export interface Seen {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export const well: Answering = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'x-inner': 'secret' }).end('{"ok":true}');
};

/** Stands where a service stands: it is the gateway that is tried, and this writes down what reaches it. */
export class Upstream {
  readonly seen: Seen[] = [];
  answer = well;
  readonly name: string;
  readonly #server: Server;
  port = 0;

  constructor(name: string) {
    this.name = name;
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('error', () => undefined);
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        this.seen.push({ service: name, method, path: url, headers, body: Buffer.concat(parts).toString('utf8') });
        this.answer(request, response);
      });
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
