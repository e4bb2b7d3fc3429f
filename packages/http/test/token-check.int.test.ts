import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tokenCheck } from '@minzheng/http';
import type { TokenCheck } from '@minzheng/http';
import { eventually } from '@minzheng/testing';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';

const AUDIENCE = 'minzheng-api';

let server: Server;
let issuer: string;
let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let stranger: { privateKey: CryptoKey; publicKey: CryptoKey };
let asked: string[] = [];
let check: TokenCheck;

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  stranger = await generateKeyPair('RS256', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const document = request.url === '/jwks' ? jwks : { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  asked = [];
  check = tokenCheck({ issuer, audience: AUDIENCE });
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const now = (): number => Math.floor(Date.now() / 1000);

interface Forgery {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly key?: () => CryptoKey;
}

async function token({ header = {}, claims = {}, key = () => keys.privateKey }: Forgery = {}): Promise<string> {
  const all = {
    iss: issuer,
    aud: AUDIENCE,
    sub: 'so-1',
    client_id: 'so-1',
    iat: now(),
    exp: now() + 300,
    roles: ['street-officer', 'a-role-of-next-year'],
    division: '330302006',
    staff_no: 'SO-1',
    ...claims,
  };
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return await new SignJWT(present)
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'k1', ...header })
    .sign(key());
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsNow = (): object => ({
  iss: issuer,
  aud: AUDIENCE,
  sub: 'so-1',
  client_id: 'so-1',
  iat: now(),
  exp: now() + 300,
  roles: ['sre'],
});

const unsigned = (): string => `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claimsNow())}.`;

/** The old trick: the public key, which everybody has, taken for the secret of an HMAC. */
async function signedWithThePublicKey(): Promise<string> {
  const input = `${part({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })}.${part(claimsNow())}`;
  const secret = await exportSPKI(keys.publicKey);
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

async function tampered(): Promise<string> {
  const [header = '', , signature = ''] = (await token()).split('.');
  return `${header}.${part({ ...claimsNow(), roles: ['sre', 'finance-releaser'] })}.${signature}`;
}

describe('an access token', () => {
  test('of the issuer is accepted, without the roles that this release does not know', async () => {
    expect(await check(`Bearer ${await token()}`)).toEqual({
      ok: true,
      caller: { sub: 'so-1', clientId: 'so-1', roles: ['street-officer'], division: '330302006', staffNo: 'SO-1' },
    });
  });

  test.each([undefined, '', 'Basic c28tMTp4', 'Bearer', 'Bearer '])('is missing from "%s"', async (header) => {
    expect(await check(header)).toEqual({ ok: false, code: 'auth.token-missing' });
  });

  test.each<[string, () => Promise<string> | string]>([
    ['alg none', unsigned],
    ['HS256 with the public key', signedWithThePublicKey],
    ['claims changed after signing', tampered],
    ['another’s key under our kid', () => token({ key: () => stranger.privateKey })],
    ['another audience', () => token({ claims: { aud: 'other-api' } })],
    ['another issuer', () => token({ claims: { iss: 'https://elsewhere.example' } })],
    ['no audience', () => token({ claims: { aud: undefined } })],
    ['an end in the past', () => token({ claims: { exp: now() - 60 } })],
    ['no end', () => token({ claims: { exp: undefined } })],
    ['a beginning in the future', () => token({ claims: { nbf: now() + 60 } })],
    ['an issue in the future', () => token({ claims: { iat: now() + 60 } })],
    ['an age over ten minutes', () => token({ claims: { iat: now() - 700 } })],
    ['no time of issue', () => token({ claims: { iat: undefined } })],
    ['the type of an ID token', () => token({ header: { typ: 'JWT' } })],
    ['no type', () => token({ header: { typ: undefined } })],
    ['no subject', () => token({ claims: { sub: undefined } })],
    ['no client', () => token({ claims: { client_id: undefined } })],
    ['roles that are no list', () => token({ claims: { roles: 'sre' } })],
    ['a division that is none', () => token({ claims: { division: { $ne: null } } })],
    ['an unknown kid', () => token({ header: { kid: 'k9' } })],
    ['a kid that is a path', () => token({ header: { kid: '../../../dev/null' } })],
    ['a jku of its own', () => token({ header: { kid: 'k9', jku: 'https://evil.example/jwks' } })],
    ['an unknown critical extension', () => token({ header: { crit: ['x'], x: 1 } }).catch(() => 'a.b.c')],
    ['8 kB', () => token({ claims: { padding: 'x'.repeat(8_000) } })],
    ['two parts', () => 'a.b'],
    ['five parts', () => 'a.b.c.d.e'],
  ])('with %s is not valid', async (_, forge) => {
    expect(await check(`Bearer ${await forge()}`)).toEqual({ ok: false, code: 'auth.token-invalid' });
  });

  test.each([
    ['ended 5 s ago, within the tolerance of the clocks', { exp: now() - 5 }],
    ['begins in 5 s', { nbf: now() + 5 }],
  ])('that %s is accepted', async (_, claims) => {
    expect(await check(`Bearer ${await token({ claims })}`)).toMatchObject({ ok: true });
  });
});

const isLeaver = (staffNo: string): boolean => staffNo === 'SO-1';

describe('somebody who has left', () => {
  test('is not let in by a token that is still good, whatever their roles', async () => {
    const strict = tokenCheck({ issuer, audience: AUDIENCE, hasAccessEnded: isLeaver });
    const header = `Bearer ${await token({ claims: { roles: ['sre', 'resident'] } })}`;
    expect(await strict(header)).toEqual({ ok: false, code: 'auth.access-ended' });
    expect(await check(header)).toMatchObject({ ok: true });
  });

  test.each([
    ['a colleague', { staff_no: 'SO-2' }],
    ['somebody who is no staff', { staff_no: undefined, person_id: 'p-1' }],
  ])('%s is', async (_, claims) => {
    const strict = tokenCheck({ issuer, audience: AUDIENCE, hasAccessEnded: isLeaver });
    expect(await strict(`Bearer ${await token({ claims })}`)).toMatchObject({ ok: true });
  });

  test('learns nothing from a token that is not good', async () => {
    const strict = tokenCheck({ issuer, audience: AUDIENCE, hasAccessEnded: isLeaver });
    const forged = await token({ key: () => stranger.privateKey });
    expect(await strict(`Bearer ${forged}`)).toEqual({ ok: false, code: 'auth.token-invalid' });
  });
});

describe('the issuer’s keys', () => {
  test('are asked for once, whatever number of tokens arrive at the same time', async () => {
    const headers = await Promise.all(Array.from({ length: 50 }, async () => `Bearer ${await token()}`));
    await Promise.all(headers.map(check));
    await Promise.all(headers.map(check));
    expect(asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });

  test('are not asked for again by a flood of unknown kids', async () => {
    await check(`Bearer ${await token()}`);
    const flood = await Promise.all(Array.from({ length: 200 }, (_, i) => token({ header: { kid: `kid-${i}` } })));
    const answers = await Promise.all(flood.map((forged) => check(`Bearer ${forged}`)));
    expect(answers.every((answer) => !answer.ok && answer.code === 'auth.token-invalid')).toBe(true);
    expect(asked.filter((path) => path === '/jwks').length).toBeLessThanOrEqual(2);
  });

  test('that were never seen make the service unavailable, not the token invalid; they are found once the issuer is there', async () => {
    const port = await freePort();
    const late = `http://127.0.0.1:${port}`;
    const away = tokenCheck({ issuer: late, audience: AUDIENCE });
    const header = `Bearer ${await token({ claims: { iss: late } })}`;
    expect(await away(header)).toEqual({ ok: false, code: 'service.unavailable' });
    const arrived = createServer((_, response) => {
      response.end(JSON.stringify({ issuer: late, jwks_uri: `${issuer}/jwks` }));
    }).listen(port, '127.0.0.1');
    await eventually(async () => expect(await away(header)).toMatchObject({ ok: true }), 5_000);
    arrived.closeAllConnections();
    await new Promise((resolve) => arrived.close(resolve));
  });
});

async function freePort(): Promise<number> {
  const place = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => place.once('listening', resolve));
  const { port } = place.address() as AddressInfo;
  await new Promise((resolve) => place.close(resolve));
  return port;
}
