import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestIssuer } from '@minzheng/testing';

const BASIC = `Basic ${Buffer.from('sre-1:secret').toString('base64')}`;

export interface SmallGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Gives tokens to one account and forwards /api/v1/ops/<service>/… to where the service is now, as the gateway does. */
export async function startSmallGateway(issuer: TestIssuer, urlOf: (service: string) => string): Promise<SmallGateway> {
  const answer = async (request: IncomingMessage): Promise<{ status: number; body: string }> => {
    if (request.url === '/token') {
      if (request.headers.authorization !== BASIC) return { status: 401, body: '{}' };
      const token = await issuer.token({ role: 'sre', staffNo: 'SRE-1' });
      return { status: 200, body: JSON.stringify({ access_token: token }) };
    }
    const [, service = '', rest = ''] = /^\/api\/v1\/ops\/([a-z]+)(\/.*)$/.exec(request.url ?? '') ?? [];
    return await forwarded(request, `${urlOf(service)}/ops${rest}`);
  };
  const server = createServer((request, response) => {
    void answer(request)
      .catch(() => ({ status: 503, body: '{"code":"service.upstream-unavailable"}' }))
      .then(({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

async function forwarded(request: IncomingMessage, url: string): Promise<{ status: number; body: string }> {
  const names = ['authorization', 'content-type', 'idempotency-key'];
  const headers = names.flatMap((name) => (request.headers[name] ? [[name, String(request.headers[name])]] : []));
  const method = request.method ?? 'GET';
  const body = await text(request);
  const response = await fetch(url, {
    method,
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(method === 'GET' ? {} : { body }),
  });
  return { status: response.status, body: await response.text() };
}
