import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { generateSecret } from 'otplib';
import { fingerprint } from '../../../../packages/http/src/fingerprint.ts';
import { canaries } from './canaries.ts';
import { CanaryApi } from './canary-api.ts';
import { needlesOf } from './needles.ts';
import { Search } from './search.ts';

const [canary, ...others] = canaries(20, 3);
if (canary === undefined) throw new Error('twenty were asked for');
const bodies: unknown[] = [];
let atOnce = 0;
let mostAtOnce = 0;
let gateway: Server;
let api: CanaryApi;

beforeAll(async () => {
  gateway = createServer((request, response) => {
    if (request.url === '/token') response.end('{"access_token":"t"}');
    else void answer(request, response);
  });
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
});

afterAll(() => void gateway.close());

beforeEach(() => {
  bodies.length = 0;
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const account = { clientId: 'c', clientSecret: 's', totpSecret: generateSecret() };
  const accounts = { [canary.login]: account, officer: account };
  api = new CanaryApi({ gatewayUrl: url, tokenUrl: `${url}/token`, accounts }, [canary, ...others]);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  atOnce += 1;
  mostAtOnce = Math.max(mostAtOnce, atOnce);
  const body = await text(request);
  if (body !== '') bodies.push(JSON.parse(body));
  await pause(5);
  atOnce -= 1;
  response.end('{}');
}

test('the digest of a body that was sent, as our door makes it, is found', async () => {
  const body = { mobile: canary.mobile, language: 'zh-CN' };
  await api.command(canary.login, 'PUT', '/contacts/me', body, 'k');
  const kept = Buffer.from(JSON.stringify({ fp: fingerprint({ params: {}, body }) }));
  const [found] = new Search(needlesOf([], api.sent)).find(kept);
  expect(found).toMatchObject({ person: canary.index, kind: 'mobile', encoding: 'sha256 in hex of what was sent' });
});

test('a free text names somebody, with everything that is known of them', async () => {
  await api.command('officer', 'POST', '/applications/1/report-survey', { note: 'demonstration', facts: {} }, 'k');
  const [{ note } = { note: '' }] = bodies as { note: string }[];
  for (const value of [canary.name, canary.residentId, canary.mobile, canary.accountNumber])
    expect(note).toContain(value);
});

test('no more calls are under way at once than the door is to bear', async () => {
  await Promise.all(Array.from({ length: 60 }, () => api.get('officer', '/applications')));
  expect(mostAtOnce).toBeLessThanOrEqual(12);
  expect(mostAtOnce).toBeGreaterThan(1);
});
