import { createHash, timingSafeEqual } from 'node:crypto';
import type { TokenCheck } from '@minzheng/http';
import { systemClocks } from '@minzheng/types';
import type { Caller, RefusalCode } from '@minzheng/types';
import type { Request, Response } from 'express';
import { OneFlight } from './one-flight.ts';
import { IssuerAway } from './portal-client.ts';
import type { PortalClient, Tokens } from './portal-client.ts';
import type { SealedCookies, Session } from './sealed-cookies.ts';

/** Who calls, with the Authorization that a service is to see; or the code of the refusal. */
export type Known =
  | { readonly ok: true; readonly caller: Caller; readonly authorization: string; readonly session?: Session }
  | { readonly ok: false; readonly code: RefusalCode };

/** Finds out who calls: by a bearer token, else by the session's cookie. */
export interface Credentials {
  of(request: Request, response: Response): Promise<Known>;
}

/** What finding out needs. */
export interface CredentialsSettings {
  readonly auth: TokenCheck;
  readonly cookies: SealedCookies;
  readonly client: PortalClient;
  readonly publicUrl: string;
}

/** A token that would end on its way to a service is renewed first. */
const RENEWED_BEFORE_MS = 60_000;
const CSRF_HEADER = 'x-csrf-token';
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A cookie goes along with whatever page sends a request: with one, a change must prove that a page of ours sent it. */
export function credentials(settings: CredentialsSettings): Credentials {
  const { auth, cookies, client } = settings;
  const origin = new URL(settings.publicUrl).origin;
  const renewals = new OneFlight((refreshToken: string) => client.refresh(refreshToken));
  return {
    of: async (request, response) => {
      const header = request.get('authorization');
      if (header !== undefined) return await verified(auth, header);
      const sealed = await cookies.session(request, response);
      const session = wholeSession(sealed);
      if (session === undefined) return { ok: false, code: 'auth.token-missing' };
      if (!READS.has(request.method) && !isOurs(request, session, origin))
        return { ok: false, code: 'session.request-not-ours' };
      const fresh = await renewed(session, renewals);
      if ('code' in fresh) {
        if (fresh.code === 'auth.token-invalid') sealed.destroy();
        return { ok: false, code: fresh.code };
      }
      if (fresh !== session) {
        Object.assign(sealed, fresh);
        await sealed.save();
      }
      return await verified(auth, `Bearer ${fresh.accessToken}`, fresh);
    },
  };
}

/** Undefined for whoever is not signed in. */
function wholeSession({ accessToken, accessTokenEndsMs, refreshToken, csrfToken }: Partial<Session>) {
  if (accessToken === undefined || accessTokenEndsMs === undefined) return undefined;
  if (refreshToken === undefined || csrfToken === undefined) return undefined;
  return { accessToken, accessTokenEndsMs, refreshToken, csrfToken };
}

function isOurs(request: Request, { csrfToken }: Session, origin: string): boolean {
  const given = request.get(CSRF_HEADER);
  return given !== undefined && isSame(given, csrfToken) && request.get('origin') === origin;
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

async function renewed(
  session: Session,
  renewals: OneFlight<Tokens>,
): Promise<Session | { readonly code: 'auth.token-invalid' | 'service.unavailable' }> {
  const leftMs = session.accessTokenEndsMs - systemClocks.machine.nowMs();
  if (leftMs > RENEWED_BEFORE_MS) return session;
  try {
    return { ...(await renewals.get(session.refreshToken)), csrfToken: session.csrfToken };
  } catch (error) {
    if (!(error instanceof IssuerAway)) return { code: 'auth.token-invalid' };
    return leftMs > 0 ? session : { code: 'service.unavailable' };
  }
}

async function verified(auth: TokenCheck, authorization: string, session?: Session): Promise<Known> {
  const checked = await auth(authorization);
  if (!checked.ok) return checked;
  return { ok: true, caller: checked.caller, authorization, ...(session !== undefined && { session }) };
}
