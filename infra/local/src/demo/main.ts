import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fen, fen, localDate } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import { type AgencySystem, subscribe, tellDeath } from './agency.ts';
import { Api, type Platform } from './api.ts';
import {
  carryCases,
  type CaseView,
  type Means,
  registerContactAndAccount,
  resolveMembers,
  resolveOne,
  type TermView,
} from './carry-case.ts';
import { Clock, officeHours } from './clock.ts';
import { carryEmergency, completePapers, emergency, type ReliefView } from './emergency.ts';
import { d1, type DemoHousehold, e01, e02, e06, households, latecomer } from './households.ts';
import { grantQuota, month, payAtOnce, payMonth, type PaymentView, paymentsOf } from './pay.ts';
import { payBack, recoveriesOf } from './recovered.ts';
import { type BankSystem, comeBack } from './returned.ts';
import { carryPastLapse, declareRelative, licenseDecider, staffRows } from './staff.ts';
import { table } from './table.ts';
import { type AllowanceView, awardAllowance, type DemoVeteran, veterans } from './veteran.ts';

interface Running extends Platform {
  readonly simulators: { readonly bank: BankSystem; readonly agency: AgencySystem };
}

/** One line of the table. */
interface Story {
  readonly example: string;
  readonly account: string;
  /** Of a case that was carried step by step. */
  readonly applicationId?: string;
  readonly reference: string;
  readonly programme: string;
  readonly decision: string;
  readonly ruleIds: readonly string[];
  readonly hint?: string | undefined;
  readonly amountFen: number | undefined;
  readonly isOnce?: boolean;
  readonly isSample: boolean;
  readonly term: TermView | undefined;
}

/** Whose story it is, and what the table calls it. */
interface Told {
  readonly example: string;
  readonly account: string;
}

type PersonIds = ReadonlyMap<string, readonly string[]>;

const localDir = process.env['MINZHENG_LOCAL_DIR'] ?? join(import.meta.dirname, '../../../../.local');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const on = (year: number, of: number, day: number): LocalDate => localDate.of(year, of, day);

/** The issuer reads accounts.json at each token, so a resident's token carries the person from here on. */
async function linkResidents(personIds: PersonIds): Promise<void> {
  const file = join(localDir, 'accounts.json');
  const accounts = JSON.parse(await readFile(file, 'utf8')) as Record<string, { personId?: string }>;
  for (const [account, [applicant]] of personIds)
    if (accounts[account] && applicant) accounts[account].personId = applicant;
  await writeFile(`${file}.new`, JSON.stringify(accounts, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function resolveAll(api: Api): Promise<PersonIds> {
  const personIds = new Map<string, string[]>();
  for (const household of [...households, latecomer])
    personIds.set(household.account, await resolveMembers(api, household));
  for (const veteran of veterans)
    personIds.set(veteran.account, [await resolveOne(api, veteran, `demo-resolve-${veteran.example}`)]);
  await linkResidents(personIds);
  return personIds;
}

/** The steps of a day are taken in the same order on every run, so that the counter gives each case the same number. */
async function decideAll(means: Means, personIds: PersonIds): Promise<readonly CaseView[]> {
  for (const household of households) await registerContactAndAccount(means.api, household, 'DB');
  await declareRelative(means.api, idsOf(personIds, e06));
  return carryCases(means, [
    ...households.map((household) => ({ household, personIds: idsOf(personIds, household), programme: 'DB' }) as const),
    // Refused on the first morning, and comes again for the margin 低边.
    { household: e02, personIds: idsOf(personIds, e02), programme: 'DBB' },
  ]);
}

const idsOf = (personIds: PersonIds, { account }: { readonly account: string }): readonly string[] =>
  personIds.get(account) ?? [];

const outcomes = { confirmed: 'approved 通过', refused: 'refused 不予通过' } as const;

function storyOf({ example, account }: Told, view: CaseView): Story {
  const { caseNumber = '–', programme, decision, sample, terms } = view;
  return {
    example,
    account,
    applicationId: view.applicationId,
    reference: caseNumber,
    programme,
    decision: decision === undefined ? '–' : outcomes[decision.outcome],
    ruleIds: decision?.ruleIds ?? [],
    hint: decision?.hint,
    amountFen: decision?.monthlyFen,
    isSample: sample,
    term: terms.find(({ kind }) => kind === 'total'),
  };
}

/** What was out of the ordinary, as staff see it of the case itself. */
async function turnsOf(api: Api, { applicationId }: Story): Promise<string[]> {
  if (applicationId === undefined) return [];
  const path = `/applications/${applicationId}`;
  const { history, objections, supplement } = await api.get<CaseView>('district-reviewer-1', path);
  const accepted = history.find(({ event }) => event === 'accepted');
  return [
    ...(supplement === undefined ? [] : ['papers brought']),
    ...(accepted !== undefined && accepted.by === undefined ? ['accepted by silence'] : []),
    ...objections.map(({ outcome = 'open' }) => `objection ${outcome}`),
  ];
}

const reliefStory = ({ caseNumber = '–', decision, sample, terms }: ReliefView): Story => ({
  example: emergency.example,
  account: emergency.account,
  reference: caseNumber,
  programme: 'TL_E',
  decision: 'money first 先行救助',
  ruleIds: decision?.ruleIds ?? [],
  amountFen: decision?.oneOffFen,
  isOnce: true,
  isSample: sample,
  term: terms.find(({ kind }) => kind === 'advance'),
});

const allowanceStory = ({ example, account }: DemoVeteran, { programme, award }: AllowanceView): Story => ({
  example,
  account,
  reference: '–',
  programme,
  decision: 'awarded 批准',
  ruleIds: award.ruleIds,
  amountFen: award.monthlyFen,
  isSample: award.sample,
  term: undefined,
});

/** A quarter: who is owed what, what comes back, who dies, and what three pay days make of it. */
async function quarter(means: Means, { bank, agency }: Running['simulators'], personIds: PersonIds): Promise<Quarter> {
  const { api, clock } = means;
  await licenseDecider(means);
  await grantQuota(api);
  await subscribe(api, agency);
  const decided = await decideAll(means, personIds);
  say('  Those are decided; after a fire there is money within a day, and two veterans are awarded their allowances.');
  await registerContactAndAccount(api, e02, 'TL_E');
  const relief = await carryEmergency(means, idsOf(personIds, e02));
  await clock.settle();
  await payAtOnce(means, localDate.period(on(2025, 10, 24)));
  await completePapers(means, relief);
  const allowances = await awardAll(means, personIds);
  say(
    '  Three pay days. The first account of E01 turns out to be closed; the decider’s licence lapses; D1 has died, and a month too many was paid.',
  );
  await payMonth(means, month('2025-11'));
  await payMonth(means, month('2025-10'));
  await comeBack(means, bank, e01, idsOf(personIds, e01)[0] ?? '');
  await registerContactAndAccount(api, latecomer, 'DB');
  const late = await carryPastLapse(means, latecomer, idsOf(personIds, latecomer));
  await payMonth(means, month('2025-12'));
  await clock.passTo(officeHours(on(2025, 12, 22)));
  await tellDeath(api, agency, monthlyOf(decided, d1), on(2025, 11, 25));
  await clock.settle();
  await payMonth(means, month('2026-01'));
  await clock.passTo(officeHours(on(2026, 1, 12)));
  await payBack(api, idsOf(personIds, d1)[0] ?? '', on(2026, 1, 12));
  await clock.settle();
  const [related] = decided.filter((_, index) => households[index] === e06);
  if (related === undefined) throw new Error('the relative’s case is not there');
  return {
    stories: [
      ...decided.map((view, index) => storyOf(households[index] ?? { ...e02, example: 'E02 again' }, view)),
      storyOf(latecomer, late),
      reliefStory(relief),
      ...allowances,
    ],
    related,
  };
}

interface Quarter {
  readonly stories: readonly Story[];
  /** The case of an officer's near relative. */
  readonly related: CaseView;
}

async function awardAll({ api, clock }: Means, personIds: PersonIds): Promise<Story[]> {
  const stories: Story[] = [];
  for (const veteran of veterans) {
    await registerContactAndAccount(api, veteran, veteran.programme);
    const allowance = await awardAllowance(api, veteran, idsOf(personIds, veteran)[0] ?? '');
    stories.push(allowanceStory(veteran, allowance));
  }
  await clock.settle();
  return stories;
}

const monthlyOf = (decided: readonly CaseView[], household: DemoHousehold): number =>
  decided[households.indexOf(household)]?.decision?.monthlyFen ?? 0;

const yuan = (amountFen: number | undefined): string =>
  amountFen === undefined || amountFen === 0 ? '–' : fen.yuan(Fen.parse(amountFen));

async function rowOf(api: Api, story: Story, personIds: PersonIds): Promise<string[]> {
  const [personId = ''] = personIds.get(story.account) ?? [];
  const payments = (await paymentsOf(api, personId)).filter(({ programme }) => programme === story.programme);
  const recovered = (await recoveriesOf(api, personId)).filter(({ programme }) => programme === story.programme);
  const { items } = await api.get<{ items: readonly { status: string }[] }>(story.account, '/messages/me');
  const amount = yuan(story.amountFen);
  const { term } = story;
  return [
    story.example,
    story.reference,
    story.programme,
    story.decision,
    story.ruleIds.join(' '),
    story.hint ?? '–',
    amount === '–' ? amount : `${amount}${story.isOnce === true ? ' once' : ''}${story.isSample ? ' [SAMPLE]' : ''}`,
    (await turnsOf(api, story)).join(', ') || '–',
    [...payments.map(paidWords), ...recovered.map(backWords)].join(', ') || '–',
    `${items.filter(({ status }) => status === 'delivered').length} of ${items.length}`,
    term === undefined ? '–' : `${term.used} of ${term.allowed} ${term.unit === 'hours' ? 'h' : 'wd'}`,
  ];
}

const paidWords = ({ period, kind, status, reason }: PaymentView): string =>
  `${period}${kind === 'RETURN' ? ' again' : ''} ${status}${reason === undefined ? '' : ` ${reason}`}`;

const backWords = ({ period, amountFen, status }: { period: string; amountFen: number; status: string }): string =>
  `${period} asked back ${yuan(amountFen)} ${status === 'closed' ? 'repaid' : status}`;

const heading = [
  'example',
  'reference 编号',
  'programme',
  'decision 决定',
  'rules 依据',
  'hint',
  'amount 金额',
  'on the way 经过',
  'money 资金',
  'messages',
  'days 办理时限',
];

async function main(): Promise<void> {
  const running = JSON.parse(await readFile(join(localDir, 'platform.json'), 'utf8')) as Running;
  const api = new Api(running);
  const personIds = await resolveAll(api);
  if (process.argv.includes('--residents-only')) return;
  say('Twelve households and two veterans, a quarter of a year, through the public API:');
  const means = { api, clock: new Clock(running.gatewayUrl) };
  const { stories, related } = await quarter(means, running.simulators, personIds);
  const rows: string[][] = [];
  for (const story of stories) rows.push(await rowOf(api, story, personIds));
  say(`\n${table([heading, ...rows])}\n`);
  say(
    `${table([['', 'officer 经办人', 'what 事项', 'who may not act 资格与回避'], ...(await staffRows(api, related))])}\n`,
  );
  say('[SAMPLE] Standards are samples, never real local figures. 标准均为样例。');
}

await main();
