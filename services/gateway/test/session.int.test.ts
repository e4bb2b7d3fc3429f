import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Browser } from '@minzheng/testing';
import type { Page } from '@minzheng/testing';
import { sealData, unsealData } from 'iron-session';
import { codeOf, officer, openBench, releaser, resident } from './bench.ts';
import type { Account, Bench } from './bench.ts';
import { SESSION_SECRET } from './environment.ts';
import { well } from './upstream.ts';

jest.setTimeout(60_000);

let bench: Bench;
let browser: Browser;

beforeAll(async () => {
  bench = await openBench({ RATE_LIMIT_FACTOR: '100' });
});

afterAll(() => bench.stop());

beforeEach(async () => {
  browser = new Browser();
  await bench.startIssuer();
});

afterEach(() => {
  for (const upstream of Object.values(bench.upstreams)) {
    upstream.seen.length = 0;
    upstream.answer = well;
  }
});

const signIn = async (who: Account, returnTo = '/start'): Promise<Page> =>
  await browser.submit(await browser.open(`${bench.url}/session/sign-in?returnTo=${encodeURIComponent(returnTo)}`), {
    account: who.clientId,
  });

interface Me {
  readonly signedIn: boolean;
  readonly csrfToken: string;
  readonly steppedUp: boolean;
}

const me = async (): Promise<Me> => JSON.parse((await browser.open(`${bench.url}/session/me`)).text) as Me;

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Headers;
}

async function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await browser.request(`${bench.url}${path}`, { method, headers });
  const text = await response.text();
  const { code } = (text === '' ? {} : JSON.parse(text)) as { code?: string };
  return { status: response.status, code, headers: response.headers };
}

const change = (headers: Record<string, string>): Promise<Answer> => ask('POST', '/api/v1/people/resolve', headers);

const seenBy = (name: 'people' | 'payments') => bench.upstreams[name].seen;

/** The session's cookie, opened with the test's own key, changed and sealed again. */
async function changeSession(changes: Record<string, unknown>): Promise<void> {
  const [line = ''] = (await browser.cookies(bench.url)).filter((cookie) => cookie.startsWith('minzheng-session='));
  const password = { 1: SESSION_SECRET };
  const session = await unsealData<object>(decodeURIComponent(line.slice('minzheng-session='.length)), { password });
  const sealed = await sealData({ ...session, ...changes }, { password, ttl: 1_800 });
  await browser.keep(`minzheng-session=${sealed}; Path=/; HttpOnly`, bench.url);
}

describe('a sign-in', () => {
  test('leads through the issuer back to where it began, and the gateway then speaks for that person', async () => {
    const page = await signIn(officer, '/cases/c-1?tab=money');
    expect(page.url).toBe(`${bench.url}/cases/c-1?tab=money`);
    expect(await me()).toMatchObject({
      signedIn: true,
      sub: officer.clientId,
      roles: ['street-officer'],
      division: '330302006',
      staffNo: 'SO-WM-1',
      steppedUp: false,
    });
    expect(await ask('GET', '/api/v1/people/p-1')).toMatchObject({ status: 200 });
    const [seen] = seenBy('people');
    expect(seen?.headers.authorization).toMatch(/^Bearer ey/);
    expect(seen?.headers).not.toHaveProperty('cookie');
  });

  test('leaves cookies that no script can read and no other site’s page sends along with a change', async () => {
    const begun = await browser.request(`${bench.url}/session/sign-in`);
    const [cookie = ''] = begun.headers.getSetCookie();
    expect(cookie).toMatch(/^minzheng-sign-in=.*; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain('Domain');
  });

  test('over https they are bound to this host and to https', async () => {
    const production = await bench.another({ PUBLIC_URL: 'https://portal.example' });
    const response = await fetch(`${production.url}/session/sign-in`, { redirect: 'manual' });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-minzheng-sign-in=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const to = new URL(response.headers.get('location') ?? '');
    expect(to.searchParams.get('redirect_uri')).toBe('https://portal.example/session/callback');
  });

  test('shows no token to the page, and its cookie stays under 4 kB', async () => {
    await signIn(officer);
    const text = JSON.stringify(await me());
    expect(text).not.toMatch(/ey[A-Za-z0-9_-]+\.ey/);
    const cookies = await browser.cookies(bench.url);
    expect(cookies.some((cookie) => cookie.startsWith('minzheng-sign-in='))).toBe(false);
    for (const cookie of cookies) expect(cookie.length).toBeLessThan(4_096);
  });

  test('answered in another browser, with another state, or cancelled, is none', async () => {
    const begun = await browser.open(`${bench.url}/session/sign-in`);
    const answer = await browser.submit(begun, { cancel: 'yes' });
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('session.sign-in-failed') });
    const stranger = new Browser();
    const elsewhere = await stranger.open(`${bench.url}/session/callback?code=x&state=y`);
    expect(elsewhere).toMatchObject({ status: 400, text: expect.stringContaining('session.sign-in-failed') });
    await browser.open(`${bench.url}/session/sign-in`);
    const forged = await browser.open(`${bench.url}/session/callback?code=x&state=y&iss=${bench.issuerUrl}`);
    expect(forged).toMatchObject({ status: 400, text: expect.stringContaining('session.sign-in-failed') });
    expect(await me()).toEqual({ signedIn: false });
  });

  test('while the issuer is away reads 503, and nobody is signed out by it', async () => {
    await signIn(resident);
    await bench.stopIssuer();
    const fresh = await bench.another();
    const response = await fetch(`${fresh.url}/session/sign-in`, { redirect: 'manual' });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'session.sign-in-unavailable' });
    expect(await ask('GET', '/api/v1/people/p-1')).toMatchObject({ status: 200 });
  });
});

describe('whoever is not signed in', () => {
  test('is told so, and reaches no service', async () => {
    expect(await me()).toEqual({ signedIn: false });
    expect(await ask('GET', '/api/v1/people/p-1')).toMatchObject({ status: 401, code: 'auth.token-missing' });
  });

  test.each(['minzheng-session=forged', 'minzheng-session=Fe26.2*1*a*b*c*d*e*f*g~2'])(
    'with the cookie %s is nobody',
    async (cookie) => {
      const response = await fetch(`${bench.url}/api/v1/people/p-1`, { headers: { cookie } });
      expect(response.status).toBe(401);
    },
  );
});

describe('a change by cookie', () => {
  test('must come from a page of ours: with its session’s token, from our origin', async () => {
    await signIn(officer);
    const { csrfToken } = await me();
    const ours = { 'x-csrf-token': csrfToken, origin: bench.url };
    const refused = { status: 403, code: 'session.request-not-ours' };
    expect(await change({})).toMatchObject(refused);
    expect(await change({ origin: bench.url })).toMatchObject(refused);
    expect(await change({ 'x-csrf-token': csrfToken })).toMatchObject(refused);
    expect(await change({ ...ours, 'x-csrf-token': `${csrfToken}x` })).toMatchObject(refused);
    expect(await change({ ...ours, origin: 'https://evil.example' })).toMatchObject(refused);
    expect(await change({ ...ours, origin: 'null' })).toMatchObject(refused);
    expect(seenBy('people')).toEqual([]);
    expect(await change(ours)).toMatchObject({ status: 200 });
  });

  test('with another session’s token is refused', async () => {
    await signIn(officer);
    const { csrfToken } = await me();
    browser = new Browser();
    await signIn(resident);
    const answer = await change({ 'x-csrf-token': csrfToken, origin: bench.url });
    expect(answer).toMatchObject({ status: 403, code: 'session.request-not-ours' });
  });

  test('asks nothing of the kind of a bearer, with or without a cookie beside it', async () => {
    await signIn(officer);
    const authorization = `Bearer ${await bench.tokenOf(releaser)}`;
    expect(await change({ authorization })).toMatchObject({ status: 200 });
    expect(seenBy('people')[0]?.headers.authorization).toBe(authorization);
  });
});

describe('the access token', () => {
  test('is renewed before it ends, once for all that come together', async () => {
    await signIn(officer);
    await ask('GET', '/api/v1/people/before');
    await changeSession({ accessTokenEndsMs: 0 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('GET', '/api/v1/people/p-1')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const [before, ...after] = seenBy('people').map(({ headers }) => headers.authorization);
    expect(new Set(after).size).toBe(1);
    expect(after[0]).not.toBe(before);
    expect(await me()).toMatchObject({ signedIn: true, sub: officer.clientId });
  });

  test('that ended while the issuer is away cannot be renewed: try again later; the session stays', async () => {
    await signIn(officer);
    await changeSession({ accessTokenEndsMs: 0 });
    await bench.stopIssuer();
    expect(await ask('GET', '/api/v1/people/p-1')).toMatchObject({ status: 503, code: 'service.unavailable' });
    await bench.startIssuer();
    expect(await ask('GET', '/api/v1/people/p-1')).toMatchObject({ status: 200 });
  });

  test('that the issuer does not renew ends the session', async () => {
    await signIn(officer);
    await changeSession({ accessTokenEndsMs: 0, refreshToken: 'ended-long-ago' });
    expect(await ask('GET', '/api/v1/people/p-1')).toMatchObject({ status: 401, code: 'auth.token-invalid' });
    expect(await me()).toEqual({ signedIn: false });
  });
});

describe('a second factor', () => {
  test('is asked for by the service, shown at the issuer, and the page comes back to where it was', async () => {
    await signIn(releaser);
    const challenge = 'Bearer error="insufficient_user_authentication", acr_values="mfa", max_age=600';
    bench.upstreams.payments.answer = (_, response) => {
      response.writeHead(401, { 'www-authenticate': challenge }).end('{"code":"auth.step-up-required"}');
    };
    const { csrfToken } = await me();
    const ours = { 'x-csrf-token': csrfToken, origin: bench.url };
    const refused = await ask('POST', '/api/v1/pay-runs/r-1/release', ours);
    expect(refused).toMatchObject({ status: 401, code: 'auth.step-up-required' });
    expect(refused.headers.get('www-authenticate')).toBe(challenge);

    const page = await browser.open(`${bench.url}/session/step-up?returnTo=/pay-runs/r-1`);
    expect(page.text).toContain(`<strong>${releaser.clientId}</strong>`);
    const back = await browser.submit(page, { code: codeOf(releaser) });
    expect(back.url).toBe(`${bench.url}/pay-runs/r-1`);
    expect(await me()).toMatchObject({ sub: releaser.clientId, steppedUp: true });
  });
});

describe('signing out', () => {
  test('ends the session here and at the issuer, and says where the browser ends the issuer’s own', async () => {
    await signIn(resident);
    const { csrfToken } = await me();
    const cookies = await browser.cookies(bench.url);
    expect(await ask('POST', '/session/sign-out')).toMatchObject({ status: 403, code: 'session.request-not-ours' });
    const headers = { 'x-csrf-token': csrfToken, origin: bench.url };
    const response = await browser.request(`${bench.url}/session/sign-out`, { method: 'POST', headers });
    const { signOutUrl } = (await response.json()) as { signOutUrl: string };
    expect(await me()).toEqual({ signedIn: false });
    const page = await browser.submit(await browser.open(signOutUrl), { logout: 'yes' });
    expect(page.url).toBe(`${bench.url}/`);
    expect((await browser.open(`${bench.url}/session/sign-in`)).url).toMatch(/\/sign-in\//);

    // A copy of the old cookie is good for its access token's last minutes, and for no other.
    const [line = ''] = cookies.filter((cookie) => cookie.startsWith('minzheng-session='));
    await browser.keep(`${line}; Path=/`, bench.url);
    await changeSession({ accessTokenEndsMs: 0 });
    expect(await ask('GET', '/api/v1/people/p-1')).toMatchObject({ status: 401, code: 'auth.token-invalid' });
  });
});
