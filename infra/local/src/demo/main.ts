import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fen, fen, Period } from '@minzheng/types';
import { Api, type Platform, until } from './api.ts';
import { type CaseView, carryCase, type Means, registerContactAndAccount, resolveMembers } from './carry-case.ts';
import { Clock } from './clock.ts';
import { type DemoHousehold, households } from './households.ts';
import { type PaymentView, paymentOf, payMonth } from './pay.ts';
import { table } from './table.ts';

interface Ending {
  readonly household: DemoHousehold;
  readonly decided: CaseView;
  readonly payment: PaymentView | undefined;
  readonly messages: readonly { template: string; status: string }[];
}

const localDir = process.env['MINZHENG_LOCAL_DIR'] ?? join(import.meta.dirname, '../../../../.local');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The issuer reads accounts.json at each token, so a resident's token carries the person from here on. */
async function linkResidents(personIds: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const file = join(localDir, 'accounts.json');
  const accounts = JSON.parse(await readFile(file, 'utf8')) as Record<string, { personId?: string }>;
  for (const [account, [applicant]] of personIds)
    if (accounts[account] && applicant) accounts[account].personId = applicant;
  await writeFile(`${file}.new`, JSON.stringify(accounts, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function resolveAll(api: Api): Promise<Map<string, string[]>> {
  const personIds = new Map<string, string[]>();
  for (const household of households) personIds.set(household.account, await resolveMembers(api, household));
  await linkResidents(personIds);
  return personIds;
}

/** Cases are taken one after another, so that the counter gives each the same number on every run. */
async function decideAll(means: Means, personIds: ReadonlyMap<string, readonly string[]>): Promise<CaseView[]> {
  const decided: CaseView[] = [];
  for (const household of households) {
    await registerContactAndAccount(means.api, household);
    const view = await carryCase(means, household, personIds.get(household.account) ?? []);
    say(`  ${household.example}: ${view.decision?.outcome} (${decided.length + 1} of ${households.length})`);
    decided.push(view);
  }
  return decided;
}

async function endingOf(api: Api, household: DemoHousehold, decided: CaseView, personId: string): Promise<Ending> {
  const expected = decided.decision?.outcome === 'confirmed' ? 3 : 2;
  const messages = await until(`the messages to ${household.account}`, async () => {
    const { items } = await api.get<{ items: Ending['messages'] }>(household.account, '/messages/me');
    return items.filter(({ status }) => status === 'delivered').length >= expected ? items : undefined;
  });
  return { household, decided, payment: await paymentOf(api, personId), messages };
}

const yuan = (amountFen: number | undefined): string =>
  amountFen === undefined ? '–' : fen.yuan(Fen.parse(amountFen));

function rowOf({ household, decided, payment, messages }: Ending): string[] {
  const { decision, caseNumber = '–', sample } = decided;
  const templates = messages.map(({ template }) => template).toSorted();
  return [
    household.example,
    caseNumber,
    decision?.outcome === 'confirmed' ? 'approved 通过' : 'refused 不予通过',
    [...(decision?.ruleIds ?? [])].join(' '),
    decision?.hint ?? '–',
    `${yuan(decision?.monthlyFen)}${decision?.monthlyFen !== undefined && sample ? ' [SAMPLE]' : ''}`,
    payment ? `${payment.status} ${yuan(payment.amountFen)}` : '–',
    `${messages.length}: ${templates.join(', ')}`,
  ];
}

async function main(): Promise<void> {
  const platform = JSON.parse(await readFile(join(localDir, 'platform.json'), 'utf8')) as Platform;
  const api = new Api(platform);
  const personIds = await resolveAll(api);
  if (process.argv.includes('--residents-only')) return;
  say('Three households apply for the minimum living allowance 低保 through the public API:');
  const means = { api, clock: new Clock(platform.gatewayUrl) };
  const decided = await decideAll(means, personIds);
  const [approved] = decided;
  const [applicant = ''] = personIds.get('resident-e01') ?? [];
  if (approved?.decision?.payFrom) await payMonth(means, applicant, Period.parse(approved.decision.payFrom));
  await means.clock.settle();
  const endings: Ending[] = [];
  for (const [index, household] of households.entries()) {
    const view = decided[index];
    const [personId = ''] = personIds.get(household.account) ?? [];
    if (view) endings.push(await endingOf(api, household, view, personId));
  }
  const heading = [
    'example',
    'case 编号',
    'decision 决定',
    'rules 依据',
    'hint',
    'a month 每月',
    'money 资金',
    'messages 消息',
  ];
  say(`\n${table([heading, ...endings.map(rowOf)])}\n`);
  say('[SAMPLE] Standards are samples, never real local figures. 标准均为样例。');
}

await main();
