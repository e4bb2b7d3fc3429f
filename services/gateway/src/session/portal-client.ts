import { STEP_UP } from '@minzheng/http';
import { systemClocks } from '@minzheng/types';
import * as oidc from 'openid-client';
import type { PendingSignIn } from './sealed-cookies.ts';

const CLIENT_ID = 'portal';
const ISSUER_TIMEOUT_S = 5;
const MS_PER_SECOND = 1_000;

/** What the issuer gave for a sign-in or a refresh. */
export interface Tokens {
  readonly accessToken: string;
  readonly accessTokenEndsMs: number;
  readonly refreshToken: string;
}

/** The issuer said no: the code was used, the refresh token has ended, the person cancelled. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** The issuer does not answer. */
export class IssuerAway extends Error {
  override readonly name = 'IssuerAway';
  readonly retriable = true;
}

/** The gateway as the issuer's client. Everything throws IssuerAway; what brings a grant also SignInRefused. */
export interface PortalClient {
  /** Where to send the browser, and what to keep until it comes back. */
  begin(asked: { returnTo: string; isStepUp: boolean }): Promise<{ url: string; pending: PendingSignIn }>;
  /** Takes the answer that the browser brought. */
  finish(callback: URL, pending: PendingSignIn): Promise<Tokens>;
  refresh(refreshToken: string): Promise<Tokens>;
  revoke(refreshToken: string): Promise<void>;
  /** Where the browser ends the issuer's own session. */
  signOutUrl(): Promise<string>;
}

/** Where the issuer is, and who we are there. */
export interface PortalClientSettings {
  readonly issuer: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
}

/** Discovers the issuer when it is first needed, so that the gateway starts without it. */
export function portalClient(settings: PortalClientSettings): PortalClient {
  const issuer = discovered(settings);
  const redirectUri = new URL('/session/callback', settings.publicUrl).href;
  return {
    begin: async ({ returnTo, isStepUp }) => {
      const verifier = oidc.randomPKCECodeVerifier();
      const pending = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce(), returnTo };
      const url = oidc.buildAuthorizationUrl(await issuer(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(isStepUp && { acr_values: STEP_UP.acr, max_age: String(STEP_UP.maxAgeS) }),
      });
      return { url: url.href, pending };
    },
    finish: async (callback, { verifier, state, nonce }) => {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce };
      const client = await issuer();
      return tokensOf(await sorted(oidc.authorizationCodeGrant(client, callback, checks)));
    },
    refresh: async (refreshToken) => {
      const client = await issuer();
      return tokensOf(await sorted(oidc.refreshTokenGrant(client, refreshToken)), refreshToken);
    },
    revoke: async (refreshToken) => {
      await sorted(oidc.tokenRevocation(await issuer(), refreshToken));
    },
    signOutUrl: async () =>
      oidc.buildEndSessionUrl(await issuer(), { post_logout_redirect_uri: new URL('/', settings.publicUrl).href }).href,
  };
}

function discovered({ issuer, clientSecret }: PortalClientSettings): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | undefined;
  const discover = (): Promise<oidc.Configuration> =>
    oidc
      .discovery(new URL(issuer), CLIENT_ID, undefined, oidc.ClientSecretBasic(clientSecret), {
        timeout: ISSUER_TIMEOUT_S,
        // The issuer's address is a setting: where it is plain http, that was meant (a local platform, a mesh).
        ...(issuer.startsWith('http:') && { execute: [oidc.allowInsecureRequests] }),
      })
      .catch((error: unknown) => {
        found = undefined;
        throw new IssuerAway('the issuer does not say where its endpoints are', { cause: error });
      });
  return () => (found ??= discover());
}

async function sorted<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw isNo(error)
      ? new SignInRefused('the issuer refused', { cause: error })
      : new IssuerAway('the issuer does not answer as it should', { cause: error });
  }
}

/** What the library says of an answer that was none: nobody there (it knows no code for that), a timeout, a server's error page. */
const SILENCE = new Set([undefined, 'OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

function isNo(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status < 500;
  if (error instanceof oidc.AuthorizationResponseError) return true;
  return error instanceof oidc.ClientError && !SILENCE.has(error.code);
}

function tokensOf(answer: oidc.TokenEndpointResponse, known?: string): Tokens {
  const { access_token: accessToken, refresh_token: refreshToken = known, expires_in: livesS = 0 } = answer;
  if (refreshToken === undefined) throw new SignInRefused('the issuer gave no refresh token');
  return {
    accessToken,
    accessTokenEndsMs: systemClocks.machine.nowMs() + livesS * MS_PER_SECOND,
    refreshToken,
  };
}
