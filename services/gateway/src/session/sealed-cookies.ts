import { getIronSession } from 'iron-session';
import type { IronSession, SessionOptions } from 'iron-session';
import type { Request, Response } from 'express';

/** Somebody signed in, as the cookie holds it; no script and no log ever sees it. */
export interface Session {
  readonly accessToken: string;
  readonly accessTokenEndsMs: number;
  readonly refreshToken: string;
  /** What a page must send back with every change. */
  readonly csrfToken: string;
}

/** A sign-in that was begun: what its answer is held against. */
export interface PendingSignIn {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly returnTo: string;
}

/** The two cookies, opened; reading an unreadable one gives an empty one. */
export interface SealedCookies {
  session(request: Request, response: Response): Promise<IronSession<Session>>;
  signIn(request: Request, response: Response): Promise<IronSession<PendingSignIn>>;
}

/** A session ends so long after it was sealed last, which happens at least every ten minutes while it is used. */
const SESSION_TTL_S = 30 * 60;
const SIGN_IN_TTL_S = 10 * 60;

/** What cookies are sealed with, and where they go. */
export interface SealingSettings {
  readonly secrets: Readonly<Record<string, string>>;
  readonly publicUrl: string;
}

/**
 * Sealed, HttpOnly, SameSite=Lax, for this host alone. Over plain http, which only a local platform has, browsers take neither
 * the prefix `__Host-` nor `Secure`: there the names go without.
 */
export function sealedCookies({ secrets, publicUrl }: SealingSettings): SealedCookies {
  const secure = publicUrl.startsWith('https:');
  const options = (name: string, ttl: number): SessionOptions => ({
    cookieName: secure ? `__Host-${name}` : name,
    password: { ...secrets },
    ttl,
    cookieOptions: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
  });
  const session = options('minzheng-session', SESSION_TTL_S);
  const signIn = options('minzheng-sign-in', SIGN_IN_TTL_S);
  return {
    session: (request, response) => getIronSession<Session>(request, response, session),
    signIn: (request, response) => getIronSession<PendingSignIn>(request, response, signIn),
  };
}
