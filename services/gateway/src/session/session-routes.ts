import { randomBytes } from 'node:crypto';
import { isSteppedUp, sendProblem } from '@minzheng/http';
import type { Logger } from '@minzheng/observability';
import { systemClocks } from '@minzheng/types';
import type { Express, Request, Response } from 'express';
import type { Limits } from '../limits/limits.ts';
import type { Credentials } from './credentials.ts';
import { IssuerAway, SignInRefused } from './portal-client.ts';
import type { PortalClient } from './portal-client.ts';
import { returnToOf } from './return-to.ts';
import type { SealedCookies } from './sealed-cookies.ts';

const CSRF_BYTES = 24;

/** What signing in and out needs. */
export interface SessionSettings {
  readonly cookies: SealedCookies;
  readonly client: PortalClient;
  readonly credentials: Credentials;
  readonly limits: Limits;
  readonly publicUrl: string;
  readonly log: Logger;
}

/** The portal's session: a page goes to `sign-in` or `step-up` and comes back to `returnTo`; it asks `me` who it serves. */
export function mountSession(app: Express, settings: SessionSettings): void {
  app.get('/session/sign-in', (request, response) => begin(settings, request, response, false));
  app.get('/session/step-up', (request, response) => begin(settings, request, response, true));
  app.get('/session/callback', (request, response) => finish(settings, request, response));
  app.post('/session/sign-out', (request, response) => signOut(settings, request, response));
  app.get('/session/me', (request, response) => me(settings, request, response));
}

async function begin(settings: SessionSettings, request: Request, response: Response, isStepUp: boolean) {
  if (!(await settings.limits.admitSignIn(request, response))) return undefined;
  const returnTo = returnToOf(request.query['returnTo'], settings.publicUrl);
  return await orRefuse(settings, response, async () => {
    const { url, pending } = await settings.client.begin({ returnTo, isStepUp });
    const cookie = await settings.cookies.signIn(request, response);
    Object.assign(cookie, pending);
    await cookie.save();
    response.redirect(303, url);
  });
}

async function finish(settings: SessionSettings, request: Request, response: Response) {
  if (!(await settings.limits.admitSignIn(request, response))) return undefined;
  return await orRefuse(settings, response, async () => {
    const cookie = await settings.cookies.signIn(request, response);
    const { verifier, state, nonce, returnTo } = cookie;
    if (verifier === undefined || state === undefined || nonce === undefined || returnTo === undefined)
      throw new SignInRefused('no sign-in was begun in this browser');
    const callback = new URL(request.originalUrl, settings.publicUrl);
    const tokens = await settings.client.finish(callback, { verifier, state, nonce, returnTo });
    cookie.destroy();
    const session = await settings.cookies.session(request, response);
    Object.assign(session, { ...tokens, csrfToken: randomBytes(CSRF_BYTES).toString('base64url') });
    await session.save();
    response.redirect(303, returnTo);
  });
}

/** The cookie goes in any case; an issuer that does not hear of it forgets the sign-in by itself at the end of its day. */
async function signOut(settings: SessionSettings, request: Request, response: Response) {
  const known = await settings.credentials.of(request, response);
  if (!known.ok && known.code === 'session.request-not-ours') return sendProblem(response, { code: known.code });
  (await settings.cookies.session(request, response)).destroy();
  return await orRefuse(settings, response, async () => {
    if (known.ok && known.session !== undefined) await settings.client.revoke(known.session.refreshToken);
    response.json({ signOutUrl: await settings.client.signOutUrl() });
  });
}

async function me({ credentials }: SessionSettings, request: Request, response: Response) {
  const known = await credentials.of(request, response);
  if (!known.ok && known.code === 'service.unavailable') return sendProblem(response, { code: known.code });
  if (!known.ok || known.session === undefined) return response.json({ signedIn: false });
  const { sub, roles, division, personId, staffNo } = known.caller;
  return response.json({
    signedIn: true,
    sub,
    roles,
    division,
    personId,
    staffNo,
    steppedUp: isSteppedUp(known.caller, systemClocks.machine),
    csrfToken: known.session.csrfToken,
  });
}

async function orRefuse({ log }: SessionSettings, response: Response, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof SignInRefused) return sendProblem(response, { code: 'session.sign-in-failed' });
    if (!(error instanceof IssuerAway)) throw error;
    log.warn({ err: error }, 'issuer did not answer');
    return sendProblem(response, { code: 'session.sign-in-unavailable' });
  }
}
