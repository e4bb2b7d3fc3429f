import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '@minzheng/testing';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.ts';
import { CSRF_TOKEN, PageServer } from './page-server.ts';
import { plainly, Reader } from './reader.ts';
import type { Reading } from './reader.ts';
import { recorded } from './recorded.ts';

const root = join(import.meta.dirname, '../../..');
const FIRST_LOAD_LIMIT_BYTES = 250_000;
const SHORTER_THAN_A_POLL_MS = 8_000;
const LONGER_THAN_A_POLL_MS = 25_000;

let browser: Browser;
let server: PageServer;
let reader: Reader;

beforeAll(async () => {
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  execFileSync(process.execPath, [turbo, 'run', 'build', '--filter=@minzheng/portal'], { cwd: root, stdio: 'pipe' });
  browser = await startChromium();
}, 180_000);
afterAll(() => browser.close());

beforeEach(async () => {
  server = new PageServer();
  await server.open();
});
afterEach(async () => {
  await reader.close();
  await server.close();
  expect(reader.complaints).toEqual([]);
});

const begin = async (reading: Reading = plainly): Promise<void> => {
  reader = await Reader.open(browser, server.url, reading);
};

const readings: Reading[] = [360, 1440].flatMap((width) =>
  (['zh-CN', 'en'] as const).flatMap((language) => [false, true].map((isElder) => ({ width, language, isElder }))),
);

/** A household of two with an answer to everything, as the tab keeps it. */
const draft = () => {
  const months = Array.from({ length: 12 }, () => '');
  const none = { how: 'none', same: '', months };
  const [self, spouse] = (recorded('case-submitted') as { members: { personId: string }[] }).members;
  const wage = { how: 'same', same: '1500', months };
  const member = { name: '样例甲妻', wage: none, pension: none, basicPension: none };
  return {
    sub: 'resident-e01',
    divisionCode: '330302006',
    members: [
      { ...member, personId: self?.personId, relation: 'self', name: '', wage },
      { ...member, personId: spouse?.personId, relation: 'spouse' },
    ],
    otherIncome: none,
    savings: '0',
    vehicles: '0',
    dwellings: '1',
  };
};

async function readWithDraft(path: string, kept: object = draft()): Promise<void> {
  await reader.read('/');
  await reader.page.evaluate((text) => sessionStorage.setItem('minzheng.application', text), JSON.stringify(kept));
  await reader.read(path);
}

/** Nobody is hindered at this place. */
async function at(place: string): Promise<void> {
  expect({ place, faults: await reader.faults() }).toEqual({ place, faults: [] });
}

describe.each(readings)('at $width px in $language, elder mode $isElder', (reading) => {
  test('nothing stands in anybody’s way', async () => {
    server.caseViews.set('confirmed', recorded('case-confirmed'));
    server.caseViews.set('refused', recorded('case-refused'));
    server.caseViews.set('notice', recorded('case-notice'));
    await begin(reading);
    server.isSignedIn = false;
    await reader.read('/');
    await at('home, signed out');
    await reader.page.goto('/cases');
    await reader.page.locator('.notice-box').waitFor();
    await at('cases, signed out');
    server.isSignedIn = true;
    await readWithDraft('/');
    await at('home');
    for (const step of ['street', 'household', 'wages', 'pensions', 'other-income', 'property', 'review']) {
      await reader.read(`/apply/${step}`);
      await at(step);
    }
    for (const path of ['/cases', '/cases/notice', '/cases/refused', '/cases/confirmed', '/nowhere']) {
      await reader.read(path);
      await at(path);
    }
    await readWithDraft('/apply/other-income', {
      ...draft(),
      otherIncome: { how: 'monthly', same: '', months: Array.from({ length: 12 }, () => 'x') },
    });
    await reader.page.locator('form button[type=submit]').first().click();
    await reader.page.locator('.error-summary').waitFor();
    await at('twelve errors');
  }, 240_000);
});

test('by keyboard alone somebody applies for a household of two', async () => {
  await begin();
  await reader.read('/');
  await reader.press('Start an application');
  await reader.tabTo('Street or town');
  await reader.page.keyboard.type('Wuma');
  await reader.press('Save and continue');
  await reader.page.locator('h1', { hasText: 'Who lives with you' }).waitFor();
  await reader.type('Name', '样例甲妻');
  await reader.type('ID number', '330302198709234026');
  await reader.press('Check and add');
  await reader.page.getByText('Added: 样例甲妻 (spouse)').waitFor();
  await reader.press('Save and continue');
  await reader.press(/^Wages: You \/ None$/, 'ArrowDown');
  await reader.type('Yuan a month', '1,500');
  await reader.press(/^Wages: 样例甲妻 \(spouse\) \/ None$/, 'Space');
  await reader.press('Save and continue');
  await reader.press(/^Pension: You \/ None$/, 'Space');
  await reader.press(/^Pension: 样例甲妻 \(spouse\) \/ None$/, 'Space');
  await reader.press('Save and continue');
  await reader.press(/other income\? \/ None$/, 'Space');
  await reader.press('Save and continue');
  await reader.type(/^How much money/, '0');
  await reader.type('How many cars?', '0');
  await reader.type(/^How many homes/, '1');
  await reader.press('Save and continue');
  await reader.press('Send the application');
  await reader.page.getByText('Your application is sent').waitFor();
  const [resolve, apply] = server.changes;
  const zeros = Array.from({ length: 12 }, () => 0);
  const [self, spouse] = (recorded('case-submitted') as { members: { personId: string }[] }).members;
  expect(resolve).toMatchObject({
    path: '/api/v1/people/resolve',
    csrf: CSRF_TOKEN,
    body: { residentId: '330302198709234026', name: '样例甲妻' },
  });
  expect(apply).toEqual({
    path: '/api/v1/applications',
    key: expect.stringMatching(/^[0-9a-f-]{36}$/),
    csrf: CSRF_TOKEN,
    body: {
      programme: 'DB',
      divisionCode: '330302006',
      members: [
        { personId: self?.personId, relation: 'self' },
        { personId: spouse?.personId, relation: 'spouse' },
      ],
      facts: {
        wages: [{ personId: self?.personId, monthsFen: zeros.map(() => 150_000) }],
        pensions: [],
        otherMonthsFen: zeros,
        financialFen: 0,
        vehicles: 0,
        dwellings: 1,
      },
    },
  });
}, 120_000);

test('an application whose answer is lost goes again under the same key, also after a reload', async () => {
  server.submissions = ['lost', { status: 201, body: recorded('case-submitted') }];
  await begin();
  await readWithDraft('/apply/review');
  await reader.page.getByRole('button', { name: 'Send the application' }).click();
  await reader.page.getByText(/We do not know yet/).waitFor();
  await reader.page.reload();
  await reader.page.getByText(/We do not know yet/).waitFor();
  await reader.page.getByRole('button', { name: 'Send again' }).click();
  await reader.page.getByText('Your application is sent').waitFor();
  const [first, second] = server.changes;
  expect(second).toEqual(first);
  expect(await reader.page.evaluate(() => sessionStorage.length)).toBe(0);
}, 60_000);

test('what the service finds wrong is said in a summary with the focus, and beside the input it leads to', async () => {
  server.submissions = [{ status: 400, body: recorded('submission-invalid') }];
  await begin();
  await readWithDraft('/apply/review');
  await reader.page.getByRole('button', { name: 'Send the application' }).click();
  const summary = reader.page.locator('.error-summary');
  await summary.waitFor();
  expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await summary
    .getByRole('link', { name: /too large/ })
    .first()
    .click();
  await reader.page.locator('h1', { hasText: 'Wages' }).waitFor();
  const input = reader.page.getByLabel('Yuan a month');
  await reader.page.waitForFunction(() => document.activeElement?.id === 'wage-0-same');
  expect(await input.getAttribute('aria-invalid')).toBe('true');
  const described = (await input.getAttribute('aria-describedby')) ?? '';
  expect(await reader.page.locator(`#${described}`).textContent()).toBe(
    'You, Wages: This amount is too large. Check whether there is a zero too many.',
  );
}, 60_000);

test('a refusal of the whole application is said in the service’s words, and its key is not used again', async () => {
  server.submissions = [
    { status: 409, body: recorded('one-open') },
    { status: 201, body: recorded('case-submitted') },
  ];
  await begin();
  await readWithDraft('/apply/review');
  await reader.page.getByRole('button', { name: 'Send the application' }).click();
  await reader.page
    .locator('.error-summary')
    .getByText((recorded('one-open') as { title: string }).title)
    .waitFor();
  await reader.page.getByRole('button', { name: 'Send the application' }).click();
  await reader.page.getByText('Your application is sent').waitFor();
  const [first, second] = server.changes;
  expect(second?.body).toEqual(first?.body);
  expect(second?.key).not.toBe(first?.key);
}, 60_000);

test('an ID number goes to people and stays nowhere, whatever the answer', async () => {
  server.resolving = { status: 409, body: recorded('identity-not-confirmed') };
  await begin();
  await readWithDraft('/apply/household', { ...draft(), members: draft().members.slice(0, 1) });
  const fill = async (): Promise<void> => {
    await reader.page.getByLabel('Name').fill('样例甲妻');
    await reader.page.getByLabel('ID number').fill('330302198709234026');
    await reader.page.getByRole('button', { name: 'Check and add' }).click();
  };
  await fill();
  await reader.page.locator('.error-summary').waitFor();
  server.resolving = { status: 200, body: recorded('person') };
  await fill();
  await reader.page.getByText('Added: 样例甲妻 (spouse)').waitFor();
  const kept = await reader.page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), location.href]),
  );
  expect(kept).toContain('样例甲妻');
  expect(kept).not.toContain('330302198709234026');
  expect(await reader.page.getByLabel('ID number').inputValue()).toBe('');
}, 60_000);

test('a case changes before one’s eyes when the gateway says so', async () => {
  server.caseViews.set('c-1', recorded('case-notice'));
  await begin();
  await reader.read('/cases/c-1');
  await reader.page.locator('.status.public-notice').waitFor();
  await eventually(() => expect(server.streams).toBe(1));
  server.caseViews.set('c-1', recorded('case-confirmed'));
  server.tell({ type: 'org.minzheng.applications.case.confirmed.v1', subject: 'c-1' });
  await reader.page.locator('.status.confirmed').first().waitFor({ timeout: SHORTER_THAN_A_POLL_MS });
}, 60_000);

test('without a stream the page asks by itself', async () => {
  server.isLive = false;
  server.caseViews.set('c-1', recorded('case-notice'));
  await begin();
  await reader.read('/cases/c-1');
  server.caseViews.set('c-1', recorded('case-confirmed'));
  await reader.page.locator('.status.confirmed').first().waitFor({ timeout: LONGER_THAN_A_POLL_MS });
}, 60_000);

test('a service that is away takes only its own part with it', async () => {
  server.caseViews.set('c-1', recorded('case-confirmed'));
  server.away.add('payments');
  await begin();
  await reader.read('/cases/c-1');
  await reader.page.getByText('“Payments” cannot be shown for the moment').waitFor({ timeout: LONGER_THAN_A_POLL_MS });
  const [message] = (recorded('messages') as { items: { text: string }[] }).items;
  expect(await reader.page.getByText(message?.text ?? '').count()).toBe(1);
}, 60_000);

test('whoever is refused reads why, how long it took, and how and until when to contest it', async () => {
  server.caseViews.set('c-1', recorded('case-refused'));
  await begin({ ...plainly, language: 'zh-CN' });
  await reader.read('/cases/c-1');
  const { remedy } = recorded('case-refused') as { remedy: { reviewBy: string } };
  const [year, month, day] = remedy.reviewBy.split('-').map(Number);
  await reader.page.locator('.notice-box').getByText('向鹿城区人民政府申请行政复议').waitFor();
  await reader.page.getByText(`最后一天是 ${year}年${month}月${day}日`).waitFor();
  await reader.page.getByText('家庭人均收入低于低保标准: 不符合').waitFor();
  const { terms } = recorded('case-refused') as { terms: { kind: string; used: number; allowed: number }[] };
  const total = terms.find(({ kind }) => kind === 'total');
  await reader.page.getByText(`已用 ${total?.used} / ${total?.allowed} 个工作日`).first().waitFor();
}, 60_000);

test('whoever signs out leaves nothing behind', async () => {
  await begin();
  await readWithDraft('/cases');
  await reader.page.getByRole('button', { name: 'Sign out' }).click();
  await reader.page.getByRole('link', { name: 'Sign in to begin' }).waitFor();
  expect(server.changes).toMatchObject([{ path: '/session/sign-out', csrf: CSRF_TOKEN }]);
  expect(await reader.page.evaluate(() => sessionStorage.length)).toBe(0);
}, 60_000);

test('larger text and the language stay as they were chosen', async () => {
  await begin();
  await reader.read('/');
  const html = reader.page.locator('html');
  const size = (): Promise<string> => html.evaluate((element) => getComputedStyle(element).fontSize);
  expect(await size()).toBe('18px');
  await reader.page.getByRole('button', { name: 'Larger text' }).click();
  await reader.page.getByRole('button', { name: '中文' }).click();
  await reader.page.locator('h1', { hasText: '申请低保' }).waitFor();
  await reader.read('/');
  expect([await html.getAttribute('lang'), await size()]).toEqual(['zh-CN', '24px']);
}, 60_000);

test('a first load is at most 250 kB on the wire, whichever page one begins at', async () => {
  server.caseViews.set('c-1', recorded('case-confirmed'));
  for (const path of ['/', '/apply/street', '/cases/c-1']) {
    await begin({ ...plainly, language: 'zh-CN' });
    const bytes = await reader.firstLoad(path);
    expect({ path, isWithin: bytes > 50_000 && bytes <= FIRST_LOAD_LIMIT_BYTES }).toEqual({ path, isWithin: true });
    if (path !== '/cases/c-1') await reader.close();
  }
}, 120_000);

test('files are served to be kept, pages to be asked for again, and what is neither is a problem', async () => {
  await begin();
  const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
  const html = await fetch(`${server.url}/cases/whatever`, { headers: { accept } });
  const script = /src="(\/assets\/[^"]+)"/.exec(await html.text())?.[1] ?? '';
  expect([html.status, html.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(html.headers.get('content-security-policy')).toMatch(
    /default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  expect(html.headers.get('content-security-policy')).not.toContain('unsafe');
  // As a browser asks: fetch of Node alone would say that it wants no answer from a cache.
  const asked = { accept, 'if-none-match': html.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
  const again = await fetch(html.url, { headers: asked });
  expect([again.status, again.headers.get('content-security-policy')]).toEqual([
    304,
    html.headers.get('content-security-policy'),
  ]);
  const file = await fetch(server.url + script, { headers: { 'accept-encoding': 'br' } });
  const kept = ['cache-control', 'content-encoding', 'vary', 'content-type'].map((name) => file.headers.get(name));
  expect(kept).toEqual([
    'public, max-age=31536000, immutable',
    'br',
    'Accept-Encoding',
    'text/javascript; charset=utf-8',
  ]);
  expect((await fetch(server.url)).headers.get('content-type')).toBe('text/html; charset=utf-8');
  const gone = ['/api/v1/nothing', '/session/nothing', '/assets/gone.js', '/favicon.ico', '/..%2f..%2fpackage.json'];
  const rows = [...gone.map((path) => [path, accept] as const), ['/people', '*/*'] as const];
  for (const [path, accepted] of rows) {
    const answer = await fetch(server.url + path, { headers: { accept: accepted } });
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      path,
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  }
}, 60_000);
