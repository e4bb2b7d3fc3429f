import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tokenCheck } from '@minzheng/http';
import type { Listening } from '@minzheng/http';
import { createLogger } from '@minzheng/observability';
import { decodeProtectedHeader } from 'jose';
import { startIssuer } from '../src/index.ts';

const SECRET = 'a-secret-for-this-test-only';
const officer = {
  clientId: 'street-officer-wuma-1',
  clientSecret: SECRET,
  roles: ['street-officer'],
  division: '330302006',
  staffNo: 'SO-WM-1',
};
const resident = { clientId: 'resident-e01', clientSecret: SECRET, roles: ['resident'] };

/** Nothing listens there: what matters is where the issuer sends a browser to. */
const portalUrl = 'http://127.0.0.1:1';
const log = createLogger({ service: 'issuer', level: 'silent' });
let folder: string;
let port: number;
let issuerUrl: string;
let door: Listening;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  port = await freePort();
  issuerUrl = `http://127.0.0.1:${port}`;
  await writeAccounts({ officer, resident });
  door = await start();
});

afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true });
});

const start = (): Promise<Listening> =>
  startIssuer(
    {
      PORT: port,
      ISSUER_URL: issuerUrl,
      ACCOUNTS_FILE: join(folder, 'accounts.json'),
      SECRETS_FILE: join(folder, 'secrets.json'),
      PORTAL_URL: portalUrl,
      PORTAL_CLIENT_SECRET: SECRET,
    },
    log,
  );

async function writeAccounts(accounts: object): Promise<void> {
  await writeFile(join(folder, 'draft.json'), JSON.stringify(accounts));
  await rename(join(folder, 'draft.json'), join(folder, 'accounts.json'));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

interface TokenReply {
  readonly status: number;
  readonly token: string;
  readonly expiresIn: number;
}

async function ask(form: Record<string, string>, headers: Record<string, string> = {}): Promise<TokenReply> {
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  });
  const body = (await response.json()) as { access_token?: string; expires_in?: number };
  return { status: response.status, token: body.access_token ?? '', expiresIn: body.expires_in ?? 0 };
}

const byPost = (clientId: string, secret = SECRET): Promise<TokenReply> =>
  ask({ client_id: clientId, client_secret: secret });

const check = (token: string): ReturnType<ReturnType<typeof tokenCheck>> =>
  tokenCheck({ issuer: issuerUrl, audience: 'minzheng-api' })(`Bearer ${token}`);

describe('the local issuer', () => {
  test('gives a token that a service accepts, with the officer’s roles, division and staff number', async () => {
    const { token, expiresIn } = await byPost(officer.clientId);
    expect(expiresIn).toBeLessThanOrEqual(600);
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    expect(await check(token)).toEqual({
      ok: true,
      caller: {
        sub: officer.clientId,
        clientId: officer.clientId,
        roles: ['street-officer'],
        division: '330302006',
        staffNo: 'SO-WM-1',
      },
    });
  });

  test('takes the client’s secret as Basic as well', async () => {
    const basic = Buffer.from(`${officer.clientId}:${SECRET}`).toString('base64');
    const { token } = await ask({}, { authorization: `Basic ${basic}` });
    expect(await check(token)).toMatchObject({ ok: true });
  });

  test.each([
    ['a wrong secret', officer.clientId, 'not-the-secret-of-anybody'],
    ['an unknown client', 'nobody', SECRET],
  ])('gives nothing for %s', async (_, clientId, secret) => {
    expect(await byPost(clientId, secret)).toMatchObject({ status: 401, token: '' });
  });

  test('gives no token of another audience', async () => {
    const elsewhere = await ask({
      client_id: officer.clientId,
      client_secret: SECRET,
      resource: 'https://elsewhere.example/',
    });
    expect(elsewhere).toMatchObject({ status: 400, token: '' });
  });

  test('speaks for a resident’s person as soon as the accounts are replaced, without a restart', async () => {
    expect(await check((await byPost(resident.clientId)).token)).toMatchObject({
      caller: expect.not.objectContaining({ personId: expect.anything() }),
    });
    await writeAccounts({ officer, resident: { ...resident, personId: 'p-e01' } });
    expect(await check((await byPost(resident.clientId)).token)).toMatchObject({ caller: { personId: 'p-e01' } });
  });

  test('keeps its accounts while the file is broken', async () => {
    await writeFile(join(folder, 'accounts.json'), '{ half');
    expect(await byPost(officer.clientId)).toMatchObject({ status: 200 });
    await writeAccounts({ officer, resident });
  });

  test('keeps its keys: a token from before a restart is still accepted', async () => {
    const { token } = await byPost(officer.clientId);
    await door.close();
    door = await start();
    expect(await check(token)).toMatchObject({ ok: true });
  });

  test('says that it is ready', async () => {
    expect((await fetch(`${issuerUrl}/readyz`)).status).toBe(200);
  });
});
