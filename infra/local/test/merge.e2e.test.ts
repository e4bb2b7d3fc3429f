import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@minzheng/testing';
import { LocalDate, localDate } from '@minzheng/types';
import type { CaseView } from '../src/demo/carry-case.ts';
import { factsOf } from '../src/demo/facts.ts';
import { grantQuota, month, payMonth, paymentsOf } from '../src/demo/pay.ts';
import { type Guest, LawDesk } from './law-desk.ts';
import { WholePlatform } from './whole-platform.ts';

const limitMs = 300_000;
const counter = 'street-officer-wuma-1';
const PAID = '2025-11';
const folder = mkdtempSync(join(tmpdir(), 'minzheng-merge-'));

let platform: WholePlatform;
let desk: LawDesk;
let guest: Guest;
let [former, stays, applicationId] = ['', '', ''];

interface Items {
  readonly items: readonly Readonly<Record<string, string>>[];
}

const items = async (who: string, path: string): Promise<Items['items']> =>
  (await desk.means.api.get<Items>(who, path)).items;

const resolve = async (residentId: string, name: string, key: string): Promise<string> => {
  const body = { residentId, name };
  return (await desk.means.api.command<{ personId: string }>(counter, 'POST', '/people/resolve', body, key)).personId;
};

/** Somebody applied and gave phone and account under an ID number that turns out to be an earlier one of theirs. */
beforeAll(async () => {
  platform = new WholePlatform(folder, ['--no-demo']);
  await platform.ready();
  desk = await LawDesk.open(platform.file());
  const { api } = desk.means;
  await grantQuota(api);
  const known = desk.guest('v7');
  guest = { ...known, means: { wages: [] } };
  former = guest.personIds[0] ?? '';
  stays = await resolve('330302196505019034', '样例丁', 'merge-resolve-other');
  await desk.register(guest, 'DB');
  applicationId = await desk.submit('merge', guest);
  await desk.accept(applicationId);
  await desk.means.clock.settle();
  const merge = { intoPersonId: stays, reason: 'earlier-id-number' };
  await api.command('district-reviewer-1', 'POST', `/people/${former}/merge`, merge, 'merge-propose');
  await api.command('district-decider-1', 'POST', `/people/${former}/merge/confirm`, {}, 'merge-confirm');
  await desk.means.clock.settle();
}, limitMs);

afterAll(async () => {
  await platform.end();
  rmSync(folder, { recursive: true, force: true });
}, limitMs);

test('either ID number means the person that stays, and the former id says so', async () => {
  expect(await resolve('330302196505019034', '样例丁', 'merge-again-1')).toBe(stays);
  expect(await resolve(guest.members[0]?.residentId ?? '', '样例丁', 'merge-again-2')).toBe(stays);
  expect(await desk.means.api.get(counter, `/people/${former}`)).toMatchObject({ mergedInto: stays });
});

test('whoever signed up under the former id still finds what is theirs', async () => {
  await eventually(async () => {
    expect(await items(guest.account, '/applications')).toMatchObject([{ applicationId }]);
    expect((await items(guest.account, '/messages/me')).length).toBeGreaterThan(0);
    expect(await items(guest.account, '/accounts')).toContainEqual(expect.objectContaining({ status: 'active' }));
    const contact = await platform.ask(guest.account, 'GET', '/contacts/me');
    expect([contact.status, contact.body['language']]).toEqual([200, 'zh-CN']);
  }, 20_000);
});

test('one person is one household’s: nobody applies a second time under the other id', async () => {
  const body = {
    programme: 'DB',
    divisionCode: '330302006',
    members: [{ personId: stays, relation: 'self' }],
    facts: factsOf({}, []),
  };
  const again = await platform.ask(guest.account, 'POST', '/applications', {
    body: JSON.stringify(body),
    key: 'merge-again',
  });
  expect([again.status, again.body['code']]).toEqual([409, 'application.one-open-per-household']);
});

test(
  'the case under the former id goes on, and its money goes to the person that stays, into the account they gave',
  async () => {
    const { means } = desk;
    await desk.survey(applicationId, guest, 'positive');
    const { notice } = await means.api.get<CaseView>(guest.account, `/applications/${applicationId}`);
    await desk.until(localDate.addDays(LocalDate.parse(notice?.endsOn), 1));
    await desk.decide(applicationId, 'confirm');
    await payMonth(means, month(PAID));
    expect(await paymentsOf(means.api, stays)).toMatchObject([{ status: 'settled', period: PAID, programme: 'DB' }]);
    expect(await paymentsOf(means.api, former)).toEqual([]);
    const told = await items(guest.account, '/messages/me');
    expect(told.map(({ template, status }) => `${template} ${status}`)).toContain('pay.paid delivered');
    const mine = await items(guest.account, '/payments');
    expect(mine).toMatchObject([{ status: 'settled' }]);
  },
  limitMs,
);

test('a merged id is not merged again, and nothing is lost', async () => {
  const refused = await platform.ask('district-reviewer-1', 'POST', `/people/${former}/merge`, {
    body: JSON.stringify({ intoPersonId: stays, reason: 'registered-twice' }),
    key: 'merge-third',
  });
  expect([refused.status, refused.body['code']]).toEqual([409, 'person.merged-already']);
  const { code, output } = await platform.minzheng('verify', '--wait', '40');
  expect(output).not.toContain('BROKEN');
  expect(code).toBe(0);
}, 120_000);
