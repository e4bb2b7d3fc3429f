import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fen, fen, localDate } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import { type AgencySystem, subscribe, tellDeath } from './agency.ts';
import { Api, type Platform } from './api.ts';
import {
  type CaseView,
  carryCase,
  type Means,
  registerContactAndAccount,
  resolveMembers,
  resolveOne,
  type TermView,
} from './carry-case.ts';
import { Clock, officeHours } from './clock.ts';
import { carryEmergency, completePapers, emergency, type ReliefView } from './emergency.ts';
import { households } from './households.ts';
import { grantQuota, month, payAtOnce, payMonth, type PaymentView, paymentsOf } from './pay.ts';
import { type BankSystem, comeBack } from './returned.ts';
import { table } from './table.ts';
import { type AllowanceView, awardAllowance, veteran } from './veteran.ts';

interface Running extends Platform {
  readonly simulators: { readonly bank: BankSystem; readonly agency: AgencySystem };
}

/** One line of the table. */
interface Story {
  readonly example: string;
  readonly account: string;
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
  for (const household of households) personIds.set(household.account, await resolveMembers(api, household));
  personIds.set(veteran.account, [await resolveOne(api, veteran, `demo-resolve-${veteran.example}`)]);
  await linkResidents(personIds);
  return personIds;
}

/** Cases are taken one after another, so that the counter gives each the same number on every run. */
async function decideAll(means: Means, personIds: PersonIds): Promise<Story[]> {
  const stories: Story[] = [];
  for (const household of households) {
    await registerContactAndAccount(means.api, household, 'DB');
    const view = await carryCase(means, household, personIds.get(household.account) ?? []);
    say(`  ${household.example}: ${view.decision?.outcome} (${stories.length + 1} of ${households.length})`);
    stories.push(storyOf(household.example, household.account, view));
  }
  return stories;
}

const outcomes = { confirmed: 'approved 通过', refused: 'refused 不予通过' } as const;

function storyOf(example: string, account: string, view: CaseView): Story {
  const { caseNumber = '–', programme, decision, sample, terms } = view;
  return {
    example,
    account,
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

const allowanceStory = ({ programme, award }: AllowanceView): Story => ({
  example: veteran.example,
  account: veteran.account,
  reference: '–',
  programme,
  decision: 'awarded 批准',
  ruleIds: award.ruleIds,
  amountFen: award.monthlyFen,
  isSample: award.sample,
  term: undefined,
});

/** A quarter: who is owed what, what comes back, who dies, and what three pay days make of it. */
async function quarter(means: Means, { bank, agency }: Running['simulators'], personIds: PersonIds): Promise<Story[]> {
  const { api, clock } = means;
  const [e01, e02] = households;
  if (e01 === undefined || e02 === undefined) throw new Error('two households are needed');
  const idsOf = (account: string): readonly string[] => personIds.get(account) ?? [];
  await grantQuota(api);
  await subscribe(api, agency);
  const stories = await decideAll(means, personIds);
  say('The second comes again for the margin 低边 and after a fire; an old soldier is awarded his allowance.');
  const margin = await carryCase(means, e02, idsOf(e02.account), 'DBB');
  stories.push(storyOf('E02 again', e02.account, margin));
  await registerContactAndAccount(api, e02, 'TL_E');
  const relief = await carryEmergency(means, idsOf(e02.account));
  await clock.settle();
  await payAtOnce(means, localDate.period(on(2025, 10, 24)));
  await completePapers(means, relief);
  await registerContactAndAccount(api, veteran, 'VET_LIVING');
  const allowance = await awardAllowance(api, idsOf(veteran.account)[0] ?? '');
  await clock.settle();
  say('Three pay days; the first account of E01 turns out to be closed, and before Christmas the applicant dies.');
  await payMonth(means, month('2025-11'));
  await payMonth(means, month('2025-10'));
  await comeBack(means, bank, e01, idsOf(e01.account)[0] ?? '');
  await payMonth(means, month('2025-12'));
  await clock.passTo(officeHours(on(2025, 12, 22)));
  await tellDeath(api, agency, stories[0]?.amountFen ?? 0, on(2025, 12, 20));
  await clock.settle();
  await payMonth(means, month('2026-01'));
  await clock.passTo(officeHours(on(2026, 1, 12)));
  return [...stories, reliefStory(relief), allowanceStory(allowance)];
}

const yuan = (amountFen: number | undefined): string =>
  amountFen === undefined || amountFen === 0 ? '–' : fen.yuan(Fen.parse(amountFen));

async function rowOf(api: Api, story: Story, personIds: PersonIds): Promise<string[]> {
  const [personId = ''] = personIds.get(story.account) ?? [];
  const payments = (await paymentsOf(api, personId)).filter(({ programme }) => programme === story.programme);
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
    payments.map(paidWords).join(', ') || '–',
    `${items.filter(({ status }) => status === 'delivered').length} of ${items.length}`,
    term === undefined ? '–' : `${term.used} of ${term.allowed} ${term.unit === 'hours' ? 'h' : 'wd'}`,
  ];
}

const paidWords = ({ period, kind, status, reason }: PaymentView): string =>
  `${period}${kind === 'RETURN' ? ' again' : ''} ${status}${reason === undefined ? '' : ` ${reason}`}`;

const heading = [
  'example',
  'reference 编号',
  'programme',
  'decision 决定',
  'rules 依据',
  'hint',
  'amount 金额',
  'money 资金',
  'messages',
  'days 办理时限',
];

async function main(): Promise<void> {
  const running = JSON.parse(await readFile(join(localDir, 'platform.json'), 'utf8')) as Running;
  const api = new Api(running);
  const personIds = await resolveAll(api);
  if (process.argv.includes('--residents-only')) return;
  say('Three households apply for the minimum living allowance 低保 through the public API:');
  const stories = await quarter({ api, clock: new Clock(running.gatewayUrl) }, running.simulators, personIds);
  const rows: string[][] = [];
  for (const story of stories) rows.push(await rowOf(api, story, personIds));
  say(`\n${table([heading, ...rows])}\n`);
  say('[SAMPLE] Standards are samples, never real local figures. 标准均为样例。');
}

await main();
