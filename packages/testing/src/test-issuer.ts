import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Role } from '@minzheng/types';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';

const ALGORITHM = 'ES256';
const LIFE_S = 300;
export const TEST_AUDIENCE = 'minzheng-api';

/** Whom a token is to speak for, as the local issuer's accounts have it. */
export interface Who {
  readonly role?: Role;
  readonly roles?: readonly Role[];
  readonly division?: string;
  readonly personId?: string;
  readonly staffNo?: string;
  readonly agency?: string;
  /** 'mfa': has just shown a second factor. */
  readonly acr?: 'mfa';
  /** A new one each time unless given: idempotency keys belong to it. */
  readonly sub?: string;
}

/** What is to be wrong with a token; `iat` and `exp` in seconds since 1970. An undefined claim is left out. */
export interface TokenChanges {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** An issuer with its own key: discovery and JWKS over real HTTP, access tokens as RFC 9068 has them. */
export interface TestIssuer {
  readonly url: string;
  readonly jwks: { readonly keys: readonly JWK[] };
  token(who: Who, changes?: TokenChanges): Promise<string>;
  stop(): Promise<void>;
}

/** Starts an issuer on a free port. Two of them have different keys: one's token is a forgery to whoever trusts the other. */
export async function startTestIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM);
  const kid = randomUUID();
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' }] };
  const server = createServer((request, response) => {
    const url = urlOf(server);
    const documents: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/jwks` },
      '/jwks': jwks,
    };
    const document = documents[request.url ?? ''];
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: urlOf(server),
    jwks,
    token: (who, changes = {}) => signed(privateKey, kid, urlOf(server), who, changes),
    stop: () => stopped(server),
  };
}

function signed(key: CryptoKey, kid: string, issuer: string, who: Who, changes: TokenChanges): Promise<string> {
  const iat = Math.floor(Date.now() / 1000);
  const sub = who.sub ?? randomUUID();
  const claims = {
    iss: issuer,
    aud: TEST_AUDIENCE,
    sub,
    client_id: sub,
    jti: randomUUID(),
    iat,
    exp: iat + LIFE_S,
    roles: who.roles ?? (who.role === undefined ? [] : [who.role]),
    division: who.division,
    person_id: who.personId,
    staff_no: who.staffNo,
    agency: who.agency,
    acr: who.acr,
    auth_time: who.acr === undefined ? undefined : iat,
    ...changes.claims,
  };
  return new SignJWT(JSON.parse(JSON.stringify(claims)) as typeof claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid, ...changes.header })
    .sign(key);
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
