import { calendar, LocalDate } from '@minzheng/types';
import type { Api } from './api.ts';
import { officeHours } from './clock.ts';
import type { Clock } from './clock.ts';
import type { DemoHousehold } from './households.ts';

/** What the demonstration reads of a case. */
export interface CaseView {
  readonly applicationId: string;
  readonly status: string;
  readonly caseNumber?: string;
  readonly sample: boolean;
  readonly notice?: { readonly endsOn: string };
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

/** The street's counter resolves every member first. Returns their personIds, the applicant's first. */
export async function resolveMembers(api: Api, household: DemoHousehold): Promise<string[]> {
  const personIds: string[] = [];
  for (const [index, { residentId, name }] of household.members.entries()) {
    const key = `demo-resolve-${household.example}-${index}`;
    const person = await api.command<{ personId: string }>(
      acceptor,
      'POST',
      '/people/resolve',
      { residentId, name },
      key,
    );
    personIds.push(person.personId);
  }
  return personIds;
}

/** The applicant says where messages and money go; each datum goes to its owner only. */
export async function registerContactAndAccount(api: Api, household: DemoHousehold): Promise<void> {
  const { account, example, members, mobile, accountNumber } = household;
  await api.command(account, 'PUT', '/contacts/me', { mobile, language: 'zh-CN' }, `demo-contact-${example}`);
  const held = await api.get<{ items: readonly unknown[] }>(account, '/accounts');
  if (held.items.length > 0) return;
  const body = { programme: 'DB', bankCode: '102333000001', accountNumber, holderName: members[0]?.name };
  await api.command(account, 'POST', '/accounts', body, `demo-account-${example}`);
}

/** Takes one application from wherever it stands to its decision, each step by the officer whose step it is. */
export async function carryCase(
  { api, clock }: Means,
  household: DemoHousehold,
  personIds: readonly string[],
): Promise<CaseView> {
  const facts = factsOf(household, personIds);
  const found = await api.get<{ items: readonly CaseView[] }>(household.account, '/applications');
  let current = found.items[0] ?? (await submit(api, household, personIds, facts));
  while (!current.decision) {
    await nextStep({ api, clock }, household, current, facts);
    current = await api.get<CaseView>(household.account, `/applications/${current.applicationId}`);
  }
  return current;
}

function submit(api: Api, household: DemoHousehold, personIds: readonly string[], facts: unknown): Promise<CaseView> {
  const members = household.members.map(({ relation }, index) => ({ personId: personIds[index], relation }));
  const body = { programme: 'DB', divisionCode: street, members, facts };
  return api.command<CaseView>(household.account, 'POST', '/applications', body, `demo-submit-${household.example}`);
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
      return void (await step(acceptor, 'report-survey', { facts, opinion: household.opinion, note: 'demonstration' }));
    case 'public-notice':
      return await clock.passTo(reportableFrom(current));
    case 'reported':
      return void (await step('district-reviewer-1', 'review'));
    case 'review':
      return void (await step('district-decider-1', household.opinion === 'positive' ? 'confirm' : 'refuse'));
    default:
      throw new Error(`case ${household.example} stands at ${current.status}, where the demonstration has no step`);
  }
}

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
