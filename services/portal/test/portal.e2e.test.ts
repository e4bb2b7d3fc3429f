import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CaseView } from '../../../infra/local/src/demo/carry-case.ts';
import { grantQuota, month, payMonth } from '../../../infra/local/src/demo/pay.ts';
import { type Guest, LawDesk } from '../../../infra/local/test/law-desk.ts';
import { WholePlatform } from '../../../infra/local/test/whole-platform.ts';
import { LocalDate, localDate } from '@minzheng/types';
import { dateText, monthText } from '../src/words/dates.ts';
import { yuan } from '../src/words/amounts.ts';
import { Applicant } from './applicant.ts';
import { startChromium } from './chromium.ts';
import { Reader, type Reading } from './reader.ts';

const FIRST_LOAD_LIMIT_BYTES = 250_000;
const limitMs = 300_000;
const PAID = '2025-11';
const folder = mkdtempSync(join(tmpdir(), 'minzheng-portal-'));

/** One resident each; together every width in every language. The first lives with her husband and works. */
const travellers: readonly (Reading & { readonly who: 'e01' | 'e02' | 'e08' | 'v7'; readonly wageYuan?: string })[] = [
  { who: 'e01', width: 360, language: 'zh-CN', isElder: true, wageYuan: '1,500' },
  { who: 'e02', width: 1440, language: 'zh-CN', isElder: false },
  { who: 'e08', width: 360, language: 'en', isElder: false },
  { who: 'v7', width: 1440, language: 'en', isElder: true },
];

/** A resident on the way, with what the service knows of them. */
interface Journey {
  readonly reading: Reading;
  readonly guest: Guest;
  readonly applicant: Applicant;
  applicationId: string;
}

let platform: WholePlatform;
let desk: LawDesk;
let browser: Browser;
const journeys: Journey[] = [];
const loads: number[] = [];

beforeAll(async () => {
  browser = await startChromium();
  platform = new WholePlatform(folder, ['--no-demo']);
  await platform.ready();
  desk = await LawDesk.open(platform.file());
  await grantQuota(desk.means.api);
}, limitMs);

afterAll(async () => {
  const sumOf = (what: 'pages' | 'faults'): number => journeys.reduce((sum, { applicant }) => sum + applicant[what], 0);
  const looked = `${sumOf('pages')} pages looked at, ${sumOf('faults')} axe violations`;
  const bytes = Math.max(0, ...loads);
  process.stderr.write(`portal: ${journeys.length} residents, ${looked}; first load ${bytes} bytes\n`);
  await browser?.close();
  await platform?.end();
  rmSync(folder, { recursive: true, force: true });
}, limitMs);

/** Whom the officers find: the household as it applies, on what it says it lives on. */
function foundBy(guest: Guest, wageYuan: string | undefined): Guest {
  const count = wageYuan === undefined ? 1 : 2;
  return {
    ...guest,
    members: guest.members.slice(0, count),
    personIds: guest.personIds.slice(0, count),
    means: { wages: wageYuan === undefined ? [] : [150_000] },
  };
}

const caseOf = ({ guest, applicationId }: Journey): Promise<CaseView & { readonly dueOn: string }> =>
  desk.means.api.get(guest.account, `/applications/${applicationId}`);

test.each(travellers)(
  '$who applies at $width px in $language, elder mode $isElder, signed in through the gateway',
  async ({ who, wageYuan, ...reading }) => {
    const { gatewayUrl, tokenUrl } = platform.file();
    const reader = await Reader.open(browser, gatewayUrl, reading, [new URL(tokenUrl).origin]);
    const applicant = new Applicant(reader, reading);
    const guest = foundBy(desk.guest(who), wageYuan);
    loads.push(await reader.firstLoad('/'));
    expect(loads.at(-1)).toBeGreaterThan(50_000);
    expect(loads.at(-1)).toBeLessThanOrEqual(FIRST_LOAD_LIMIT_BYTES);
    await applicant.signIn(guest.account);
    const applicationId = await applicant.apply({ account: guest.account, spouse: guest.members[1], wageYuan });
    journeys.push({ reading, guest, applicant, applicationId });
    expect(await desk.means.api.get(guest.account, `/applications/${applicationId}`)).toMatchObject({
      programme: 'DB',
      status: 'submitted',
    });
  },
  limitMs,
);

test(
  'each sees the case go on before their eyes, with the day by which it is done',
  async () => {
    for (const journey of journeys) {
      await desk.register(journey.guest, 'DB');
      await desk.accept(journey.applicationId);
      await journey.applicant.sees('accepted');
      const { dueOn } = await caseOf(journey);
      await journey.applicant.readsText(dateText(dueOn, journey.reading.language));
    }
    for (const { applicant, applicationId, guest } of journeys) {
      await desk.survey(applicationId, guest, 'positive');
      await applicant.sees('public-notice');
    }
  },
  limitMs,
);

test(
  'the decision, with its rules and the sum',
  async () => {
    const [first] = journeys;
    const { notice } = await caseOf(first as Journey);
    await desk.until(localDate.addDays(LocalDate.parse(notice?.endsOn), 1));
    for (const journey of journeys) {
      const { applicant, applicationId, reading } = journey;
      await applicant.sees('reported');
      await desk.decide(applicationId, 'confirm');
      await applicant.sees('confirmed');
      const { decision } = await caseOf(journey);
      for (const rule of decision?.ruleIds ?? []) await applicant.readsText(rule);
      await applicant.readsText(yuan(decision?.monthlyFen ?? 0));
      await applicant.readsText(monthText(PAID, reading.language));
    }
  },
  limitMs,
);

test(
  'the money, on its day and into the account that was given',
  async () => {
    await payMonth(desk.means, month(PAID));
    for (const journey of journeys) {
      const { applicant, guest, reading } = journey;
      const { decision } = await caseOf(journey);
      const { page } = applicant.reader;
      const row = page.getByRole('row').filter({ hasText: monthText(PAID, reading.language) });
      await applicant.reads(row.getByText(applicant.words.payment.settled));
      expect(await row.textContent()).toContain(yuan(decision?.monthlyFen ?? 0));
      expect(await row.textContent()).toContain(dateText('2025-11-10', reading.language));
      await applicant.readsText(applicant.words.case.account.replace('{{last4}}', guest.accountNumber.slice(-4)));
      await applicant.sees('confirmed');
    }
  },
  limitMs,
);

test('no script failed, no policy was broken, and nobody else was asked for anything', async () => {
  for (const { applicant } of journeys) {
    expect(applicant.reader.complaints).toEqual([]);
    await applicant.reader.close();
  }
  expect(journeys).toHaveLength(travellers.length);
});
