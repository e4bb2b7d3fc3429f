import { AgencyCode, DivisionCode, PersonId, Role } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const ALGORITHMS = ['ES256', 'RS256'];
const MAX_TOKEN_LENGTH = 8_000;
const MAX_TOKEN_AGE_S = 600;
const CLOCK_TOLERANCE_S = 10;
const JWKS_TIMEOUT_MS = 5_000;
const JWKS_COOLDOWN_MS = 30_000;
const JWKS_MAX_AGE_MS = 600_000;
const DISCOVERY_COOLDOWN_MS = 1_000;

/** Who the token speaks for, or the code of the refusal. */
export type TokenCheckResult =
  | { ok: true; caller: Caller }
  | { ok: false; code: 'auth.token-missing' | 'auth.token-invalid' | 'auth.access-ended' | 'service.unavailable' };

/** Checks the value of an Authorization header. 'service.unavailable' only while no key of the issuer was ever seen. */
export type TokenCheck = (authorization: string | undefined) => Promise<TokenCheckResult>;

/** Whose tokens, and for whom; `jwksUri` spares the discovery. */
export interface TokenCheckSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri?: string;
  /** Who of the staff has left: a good token does not let them in. Asked for every request: it must cost nothing. */
  readonly hasAccessEnded?: (staffNo: string) => boolean;
  /** Every id of the person that a token speaks for, the one that stays first. Asked for every request too. */
  readonly personsOf?: (personId: PersonId) => readonly PersonId[];
}

const Claims = z.object({
  sub: z.string().min(1),
  client_id: z.string().min(1),
  roles: z.array(z.string()),
  division: DivisionCode.optional(),
  person_id: PersonId.optional(),
  staff_no: z.string().min(1).optional(),
  agency: AgencyCode.optional(),
  acr: z.string().max(100).optional(),
  auth_time: z.int().min(0).optional(),
});

/**
 * Verifies access tokens as RFC 9068 has them (DELIVERY §3.6): `typ: at+jwt`, fixed algorithms, issuer, audience, expiry,
 * at most ten minutes old. Keys are fetched once and kept; an unknown `kid` asks again at most every 30 s.
 */
export function tokenCheck(settings: TokenCheckSettings): TokenCheck {
  const keys = issuerKeys(settings);
  return async (authorization) => {
    const token = bearer(authorization);
    if (token === undefined) return { ok: false, code: 'auth.token-missing' };
    if (token.length > MAX_TOKEN_LENGTH) return { ok: false, code: 'auth.token-invalid' };
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ALGORITHMS,
        issuer: settings.issuer,
        audience: settings.audience,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'client_id', 'iat', 'exp'],
        maxTokenAge: MAX_TOKEN_AGE_S,
        clockTolerance: CLOCK_TOLERANCE_S,
      });
      return letIn(callerOf(payload), settings);
    } catch (error) {
      return { ok: false, code: isTheTokensFault(error) ? 'auth.token-invalid' : 'service.unavailable' };
    }
  };
}

function bearer(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

/** A token lives on for minutes after its owner has left, and says for good by which id a person was known when they signed up. */
function letIn(checked: TokenCheckResult, { hasAccessEnded, personsOf }: TokenCheckSettings): TokenCheckResult {
  if (!checked.ok) return checked;
  const { staffNo, personId } = checked.caller;
  if (staffNo !== undefined && hasAccessEnded?.(staffNo) === true) return { ok: false, code: 'auth.access-ended' };
  const [survivor, ...otherPersonIds] = (personId && personsOf?.(personId)) ?? [];
  if (survivor === undefined || otherPersonIds.length === 0) return checked;
  return { ok: true, caller: { ...checked.caller, personId: survivor, otherPersonIds } };
}

/** A role this release does not know gives nothing. */
function callerOf(payload: unknown): TokenCheckResult {
  const claims = Claims.safeParse(payload);
  if (!claims.success) return { ok: false, code: 'auth.token-invalid' };
  const { sub, client_id: clientId, roles, division, person_id: personId, staff_no: staffNo, agency } = claims.data;
  const { acr, auth_time: authTime } = claims.data;
  return {
    ok: true,
    caller: {
      sub,
      clientId,
      roles: roles.flatMap((role) => Role.safeParse(role).data ?? []),
      ...(division !== undefined && { division }),
      ...(personId !== undefined && { personId }),
      ...(staffNo !== undefined && { staffNo }),
      ...(agency !== undefined && { agency }),
      ...(acr !== undefined && { acr }),
      ...(authTime !== undefined && { authTime }),
    },
  };
}

const TOKEN_FAULTS = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

function isTheTokensFault(error: unknown): boolean {
  return TOKEN_FAULTS.some((fault) => error instanceof fault);
}

/** The issuer's keys; those seen last still serve while it is away. */
function issuerKeys(settings: TokenCheckSettings): JWTVerifyGetKey {
  const remote = remoteKeys(settings);
  return async (header, token) => {
    const keys = await remote();
    try {
      return await keys(header, token);
    } catch (error) {
      const seen = keys.jwks();
      if (isTheTokensFault(error) || seen === undefined) throw error;
      return await createLocalJWKSet(seen)(header, token);
    }
  };
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/** Discovery is asked when the first token arrives, so that a service starts without its issuer. */
function remoteKeys({ issuer, jwksUri }: TokenCheckSettings): () => Promise<RemoteKeys> {
  let found: Promise<RemoteKeys> | undefined;
  let triedAt = -DISCOVERY_COOLDOWN_MS;
  return async () => {
    if (found === undefined || ((await isRejected(found)) && performance.now() - triedAt > DISCOVERY_COOLDOWN_MS)) {
      triedAt = performance.now();
      found = (jwksUri === undefined ? discover(issuer) : Promise.resolve(new URL(jwksUri))).then(keysAt);
    }
    return await found;
  };
}

const isRejected = async (promise: Promise<unknown>): Promise<boolean> =>
  await promise.then(
    () => false,
    () => true,
  );

function keysAt(url: URL): RemoteKeys {
  return createRemoteJWKSet(url, {
    timeoutDuration: JWKS_TIMEOUT_MS,
    cooldownDuration: JWKS_COOLDOWN_MS,
    cacheMaxAge: JWKS_MAX_AGE_MS,
  });
}

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

async function discover(issuer: string): Promise<URL> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(JWKS_TIMEOUT_MS),
  });
  const document = Discovery.parse(await response.json());
  if (document.issuer !== issuer) throw new Error(`discovery speaks for ${document.issuer}, not for ${issuer}`);
  return new URL(document.jwks_uri);
}
