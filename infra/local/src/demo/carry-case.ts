import { calendar, LocalDate } from '@minzheng/types';
import type { Api } from './api.ts';
import { officeHours } from './clock.ts';
import type { Clock } from './clock.ts';
import type { DemoHousehold } from './households.ts';

/** How much of a statutory time is used. */
export interface TermView {
  readonly kind: string;
  readonly unit: string;
  readonly used: number;
  readonly allowed: number;
}

/** What the demonstration reads of a case. */
export interface CaseView {
  readonly applicationId: string;
  readonly programme: string;
  readonly status: string;
  readonly caseNumber?: string;
  readonly sample: boolean;
  readonly notice?: { readonly endsOn: string };
  readonly terms: readonly TermView[];
  readonly decision?: {
    readonly outcome: 'confirmed' | 'refused';
    readonly monthlyFen?: number;
    readonly payFrom?: string;
    readonly ruleIds: readonly string[];
    readonly hint?: string;
  };
}

/** What a story is carried with. */
export interface Means {
  readonly api: Api;
  readonly clock: Clock;
}

const street = '330302006';
const acceptor = 'street-officer-wuma-1';
const surveyor = 'street-officer-wuma-2';
const noMonths = Array.from({ length: 12 }, () => 0);

/** Whoever is resolved: an ID number and the name to it. */
interface Named {
  readonly residentId: string;
  readonly name: string;
}

/** The counter resolves somebody; the same person again is the same personId. */
export async function resolveOne(api: Api, { residentId, name }: Named, key: string): Promise<string> {
  const found = await api.command<{ personId: string }>(acceptor, 'POST', '/people/resolve', { residentId, name }, key);
  return found.personId;
}

/** The street's counter resolves every member first. Returns their personIds, the applicant's first. */
export async function resolveMembers(api: Api, household: DemoHousehold): Promise<string[]> {
  const personIds: string[] = [];
  for (const [index, member] of household.members.entries())
    personIds.push(await resolveOne(api, member, `demo-resolve-${household.example}-${index}`));
  return personIds;
}

/** Whoever is to be told and paid. */
interface Payee {
  readonly account: string;
  readonly example: string;
  readonly mobile: string;
  readonly accountNumber: string;
  readonly name?: string;
  readonly members?: readonly Named[];
}

/** A person says where messages and the money of a programme go; each datum goes to its owner only. */
export async function registerContactAndAccount(api: Api, payee: Payee, programme: string): Promise<void> {
  const { account, example, mobile, accountNumber, name, members } = payee;
  await api.command(account, 'PUT', '/contacts/me', { mobile, language: 'zh-CN' }, `demo-contact-${example}`);
  const held = await api.get<{ items: readonly { programme: string }[] }>(account, '/accounts');
  if (held.items.some((one) => one.programme === programme)) return;
  const holderName = name ?? members?.[0]?.name;
  const body = { programme, bankCode: '102333000001', accountNumber, holderName };
  await api.command(account, 'POST', '/accounts', body, `demo-account-${programme}-${example}`);
}

/** Takes one application from wherever it stands to its decision, each step by the officer whose step it is. */
export async function carryCase(
  { api, clock }: Means,
  household: DemoHousehold,
  personIds: readonly string[],
  programme: 'DB' | 'DBB' = 'DB',
): Promise<CaseView> {
  const facts = factsOf(household, personIds);
  const found = await api.get<{ items: readonly CaseView[] }>(household.account, '/applications');
  const known = found.items.find((one) => one.programme === programme);
  let current = known ?? (await submit(api, household, personIds, { programme, facts }));
  while (!current.decision) {
    await nextStep({ api, clock }, household, current, facts);
    current = await api.get<CaseView>(household.account, `/applications/${current.applicationId}`);
  }
  return current;
}

interface Asked {
  readonly programme: 'DB' | 'DBB';
  readonly facts: unknown;
}

function submit(api: Api, household: DemoHousehold, personIds: readonly string[], asked: Asked): Promise<CaseView> {
  const members = household.members.map(({ relation }, index) => ({ personId: personIds[index], relation }));
  const body = { ...asked, divisionCode: street, members };
  const key = `demo-submit-${asked.programme}-${household.example}`;
  return api.command<CaseView>(household.account, 'POST', '/applications', body, key);
}

async function nextStep(
  { api, clock }: Means,
  household: DemoHousehold,
  current: CaseView,
  facts: unknown,
): Promise<void> {
  const id = current.applicationId;
  const step = (account: string, verb: string, body: unknown = {}): Promise<unknown> =>
    api.command(account, 'POST', `/applications/${id}/${verb}`, body, `demo-${id}-${verb}`);
  switch (current.status) {
    case 'submitted':
      return void (await step(acceptor, 'accept'));
    case 'accepted':
      return void (await step(surveyor, 'start-survey', { surveyors: ['SO-WM-2', 'SO-WM-3'] }));
    case 'survey':
      return void (await step(acceptor, 'report-survey', {
        facts,
        opinion: opinionOf(household, current),
        note: 'demonstration',
      }));
    case 'public-notice':
      return await clock.passTo(reportableFrom(current));
    case 'reported':
      return void (await step('district-reviewer-1', 'review'));
    case 'review':
      return void (await step(
        'district-decider-1',
        opinionOf(household, current) === 'positive' ? 'confirm' : 'refuse',
      ));
    default:
      throw new Error(`case ${household.example} stands at ${current.status}, where the demonstration has no step`);
  }
}

/** Whoever is above the line for DB is on the margin: the second application of the demonstration finds what it hoped for. */
const opinionOf = ({ opinion }: DemoHousehold, { programme }: CaseView) => (programme === 'DBB' ? 'positive' : opinion);

/** The first working morning after the notice has hung out (DOMAIN §0.3). */
const reportableFrom = ({ notice }: CaseView) =>
  officeHours(calendar.nextWorkingDay(LocalDate.parse(notice?.endsOn)).date);

function factsOf(household: DemoHousehold, personIds: readonly string[]): unknown {
  const monthsFen = noMonths.map(() => household.monthlyWageFen);
  return {
    wages: household.monthlyWageFen > 0 ? [{ personId: personIds[0], monthsFen }] : [],
    pensions: [],
    otherMonthsFen: noMonths,
    financialFen: 0,
    vehicles: household.vehicles,
    dwellings: 1,
  };
}
