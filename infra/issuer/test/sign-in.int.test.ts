import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tokenCheck } from '@minzheng/http';
import type { Listening } from '@minzheng/http';
import { createLogger } from '@minzheng/observability';
import { Browser } from '@minzheng/testing';
import type { Page } from '@minzheng/testing';
import { Role } from '@minzheng/types';
import { decodeJwt } from 'jose';
import { generateSecret, generateSync } from 'otplib';
import { startIssuer } from '../src/index.ts';

const SECRET = 'a-secret-for-this-test-only';
const releaser = {
  clientId: 'finance-releaser-1',
  clientSecret: SECRET,
  totpSecret: generateSecret(),
  roles: ['finance-releaser'],
  division: '330302',
  staffNo: 'FR-1',
};
const resident = { clientId: 'resident-e01', clientSecret: SECRET, totpSecret: generateSecret(), roles: ['resident'] };
const codeOf = ({ totpSecret }: { totpSecret: string }): string => generateSync({ secret: totpSecret });
const wrongCode = (account: { totpSecret: string }): string => (codeOf(account) === '000000' ? '000001' : '000000');

const log = createLogger({ service: 'issuer', level: 'silent' });
let folder: string;
let port: number;
let issuerUrl: string;
let portal: { url: string; close(): Promise<void> };
let door: Listening;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  port = await freePort();
  issuerUrl = `http://127.0.0.1:${port}`;
  portal = await openPortal();
  await writeFile(join(folder, 'accounts.json'), JSON.stringify({ releaser, resident }));
  door = await start();
});

afterAll(async () => {
  await door.close();
  await portal.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  browser = new Browser();
});

const start = (): Promise<Listening> =>
  startIssuer(
    {
      PORT: port,
      ISSUER_URL: issuerUrl,
      ACCOUNTS_FILE: join(folder, 'accounts.json'),
      SECRETS_FILE: join(folder, 'secrets.json'),
      PORTAL_URL: portal.url,
      PORTAL_CLIENT_SECRET: SECRET,
    },
    log,
  );

/** Where the issuer sends a browser back to; it is the issuer that is tried. */
async function openPortal(): Promise<{ url: string; close(): Promise<void> }> {
  const { createServer: createHttpServer } = await import('node:http');
  const server = createHttpServer((_, response) => response.end('the portal')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

const verifier = randomBytes(32).toString('base64url');

function authorizeUrl(extra: Record<string, string> = {}): string {
  const url = new URL('/auth', issuerUrl);
  url.search = new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${portal.url}/session/callback`,
    state: 's-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...extra,
  }).toString();
  return url.href;
}

interface Tokens {
  readonly status: number;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly error?: string;
}

async function ask(form: Record<string, string>, secret = SECRET, client = 'portal'): Promise<Tokens> {
  const basic = Buffer.from(`${client}:${secret}`).toString('base64');
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams(form),
  });
  return { ...((await response.json()) as Tokens), status: response.status };
}

const codeIn = (page: Page): string => new URL(page.url).searchParams.get('code') ?? '';

const exchanged = (page: Page, changes: Record<string, string> = {}): Promise<Tokens> =>
  ask({
    grant_type: 'authorization_code',
    code: codeIn(page),
    redirect_uri: `${portal.url}/session/callback`,
    code_verifier: verifier,
    ...changes,
  });

const refreshed = (tokens: Tokens): Promise<Tokens> =>
  ask({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });

const signIn = async (fields: Record<string, string>, extra: Record<string, string> = {}): Promise<Page> =>
  await browser.submit(await browser.open(authorizeUrl(extra)), fields);

const signOutUrl = (): string =>
  `${issuerUrl}/session/end?${new URLSearchParams({ client_id: 'portal', post_logout_redirect_uri: `${portal.url}/` }).toString()}`;

const check = (token: string): ReturnType<ReturnType<typeof tokenCheck>> =>
  tokenCheck({ issuer: issuerUrl, audience: 'minzheng-api' })(`Bearer ${token}`);

describe('the sign-in page', () => {
  test('offers the accounts in Chinese, and in English where that is asked for', async () => {
    const chinese = await browser.open(authorizeUrl());
    expect(chinese.text).toContain('<html lang="zh-CN">');
    expect(chinese.text).toContain('finance-releaser-1 (财务放行)');
    const english = await browser.open(`${chinese.url}?lang=en`);
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('finance-releaser-1 (finance releaser)');
    expect(english.text).not.toMatch(/<script/);
  });

  test('has a name for every role in both languages', async () => {
    const words = JSON.parse(await readFile(new URL('../words.json', import.meta.url), 'utf8')) as Record<
      string,
      { roles: object }
    >;
    for (const language of ['zh-CN', 'en'])
      expect(Object.keys(words[language]?.roles ?? {}).toSorted()).toEqual(Role.options.toSorted());
  });

  test('allows no script, and forms only to itself and on to the portal', async () => {
    const { headers } = await browser.open(authorizeUrl());
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'none'");
    expect(policy).toContain(`form-action 'self' ${portal.url}`);
  });

  test('says what is wrong beside the form, and keeps the choice', async () => {
    const page = await signIn({ account: resident.clientId, secret: 'not-the-secret' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('口令不正确');
    expect(page.text).toContain(`value="${resident.clientId}" selected`);
    expect((await browser.submit(page, { account: 'nobody' })).text).toContain('请选择一个演示账户');
  });

  test('is of no use a second time', async () => {
    const page = await browser.open(authorizeUrl());
    await browser.submit(page, { account: resident.clientId });
    expect(await browser.open(page.url)).toMatchObject({
      status: 400,
      text: expect.stringContaining('登录页面已失效'),
    });
  });

  test('sends whoever cancels back without a code', async () => {
    const page = await signIn({ cancel: 'yes' });
    expect(page.url).toMatch(/\/session\/callback\?error=access_denied/);
  });

  test('sends nobody to another address than the portal’s', async () => {
    const page = await browser.open(authorizeUrl({ redirect_uri: 'https://evil.example/' }));
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('invalid_redirect_uri') });
    expect(page.way).toHaveLength(1);
  });
});

describe('a sign-in', () => {
  test('gives an access token for the person, without a second factor, and a refresh token that stays the same', async () => {
    const tokens = await exchanged(await signIn({ account: releaser.clientId }));
    expect(await check(tokens.access_token)).toMatchObject({
      ok: true,
      caller: { sub: releaser.clientId, clientId: 'portal', roles: ['finance-releaser'], staffNo: 'FR-1' },
    });
    const claims = decodeJwt(tokens.access_token);
    expect(claims).not.toHaveProperty('acr');
    expect(claims['auth_time']).toEqual(expect.any(Number));
    const again = await refreshed(tokens);
    expect(again.refresh_token).toBe(tokens.refresh_token);
    expect(decodeJwt(again.access_token)).toMatchObject({ auth_time: claims['auth_time'] });
  });

  test('takes the account’s secret too', async () => {
    const tokens = await exchanged(await signIn({ account: resident.clientId, secret: SECRET }));
    expect(decodeJwt(tokens.access_token)).toMatchObject({ amr: ['pwd'] });
  });

  test.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }],
    ['no verifier', { code_verifier: '' }],
    ['another address', { redirect_uri: 'http://127.0.0.1:2/session/callback' }],
  ])('gives no token for %s', async (_, changes) => {
    expect(await exchanged(await signIn({ account: resident.clientId }), changes)).toMatchObject({ status: 400 });
  });

  test('gives a code once: the second time takes the first tokens with it', async () => {
    const page = await signIn({ account: resident.clientId });
    const tokens = await exchanged(page);
    expect(await exchanged(page)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await refreshed(tokens)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('outlives a restart: refresh token and browser are still known', async () => {
    const tokens = await exchanged(await signIn({ account: resident.clientId }));
    await door.close();
    door = await start();
    expect(await refreshed(tokens)).toMatchObject({ status: 200 });
    expect((await browser.open(authorizeUrl())).url).toMatch(/\/session\/callback\?code=/);
  });

  test('by another person ends the one before', async () => {
    await signIn({ account: resident.clientId });
    const tokens = await exchanged(await signIn({ account: releaser.clientId }, { prompt: 'login' }));
    expect(decodeJwt(tokens.access_token).sub).toBe(releaser.clientId);
  });
});

describe('a second factor', () => {
  const mfa = { acr_values: 'mfa', max_age: '600' };

  test('is asked for where it is requested, and stands in the token and in those that follow it', async () => {
    const tokens = await exchanged(await signIn({ account: releaser.clientId, code: codeOf(releaser) }, mfa));
    expect(decodeJwt(tokens.access_token)).toMatchObject({ acr: 'mfa', amr: ['otp'] });
    expect(decodeJwt((await refreshed(tokens)).access_token)).toMatchObject({ acr: 'mfa' });
  });

  test('confirms who is signed in already: another account is not offered, nor taken', async () => {
    await signIn({ account: releaser.clientId });
    const page = await browser.open(authorizeUrl(mfa));
    expect(page.text).toContain('<strong>finance-releaser-1</strong>');
    expect(page.text).not.toContain('<select');
    const done = await browser.submit(page, { account: resident.clientId, code: codeOf(releaser) });
    expect(decodeJwt((await exchanged(done)).access_token)).toMatchObject({ sub: releaser.clientId, acr: 'mfa' });
  });

  test('is not asked for again within its time', async () => {
    await signIn({ account: releaser.clientId, code: codeOf(releaser) }, mfa);
    expect((await browser.open(authorizeUrl(mfa))).url).toMatch(/\/session\/callback\?code=/);
  });

  test.each([
    ['a wrong code', () => wrongCode(releaser)],
    ['no code', () => ''],
    ['the code of another account', () => codeOf(resident)],
  ])('is not given by %s', async (_, code) => {
    const page = await signIn({ account: releaser.clientId, code: code() }, mfa);
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('验证码不正确') });
  });

  test('is given to a script that sends its code beside its secret, and to no other', async () => {
    const token = (form: Record<string, string>): Promise<Tokens> =>
      ask({ grant_type: 'client_credentials', ...form }, SECRET, resident.clientId);
    const confirmed = decodeJwt((await token({ totp: codeOf(resident) })).access_token);
    expect(confirmed).toMatchObject({ acr: 'mfa', amr: ['pwd', 'otp'], auth_time: confirmed.iat });
    expect(decodeJwt((await token({})).access_token)).not.toHaveProperty('acr');
    expect(await token({ totp: wrongCode(resident) })).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('is not given for five minutes after five wrong codes, the right one included', async () => {
    const other = { ...releaser, clientId: 'finance-releaser-2', totpSecret: generateSecret() };
    await writeFile(join(folder, 'accounts.json'), JSON.stringify({ releaser, resident, other }));
    const token = (totp: string): Promise<Tokens> =>
      ask({ grant_type: 'client_credentials', totp }, SECRET, other.clientId);
    for (let time = 0; time < 5; time += 1) expect(await token(wrongCode(other))).toMatchObject({ status: 400 });
    expect(await token(codeOf(other))).toMatchObject({ status: 400 });
  });
});

describe('signing out', () => {
  test('is asked about, ends the session and the refresh token, and leads back to the portal', async () => {
    const tokens = await exchanged(await signIn({ account: resident.clientId }));
    const page = await browser.open(signOutUrl());
    expect(page.text).toContain('要退出登录吗');
    expect((await browser.submit(page, { logout: 'yes' })).url).toBe(`${portal.url}/`);
    expect(await refreshed(tokens)).toMatchObject({ status: 400 });
    expect((await browser.open(authorizeUrl())).url).toMatch(/\/sign-in\//);
  });
});
