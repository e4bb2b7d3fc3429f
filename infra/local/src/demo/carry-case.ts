import { calendar, LocalDate, localDate } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import type { Api } from './api.ts';
import { officeHours } from './clock.ts';
import type { Clock } from './clock.ts';
import { factsOf } from './facts.ts';
import type { DemoHousehold } from './households.ts';

/** How much of a statutory time is used. */
export interface TermView {
  readonly kind: string;
  readonly unit: string;
  readonly used: number;
  readonly allowed: number;
  readonly dueOn: string;
}

/** What the demonstration reads of a case. */
export interface CaseView {
  readonly applicationId: string;
  readonly programme: string;
  readonly status: string;
  readonly caseNumber?: string;
  readonly sample: boolean;
  readonly supplement?: { readonly requestedOn: string };
  readonly notice?: { readonly endsOn: string };
  readonly objections: readonly { readonly outcome?: string }[];
  readonly history: readonly { readonly event: string; readonly by?: string }[];
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
const neighbour = 'resident-e01';

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

/** One application on its way. */
export interface Carried {
  readonly household: DemoHousehold;
  readonly personIds: readonly string[];
  readonly programme: 'DB' | 'DBB';
}

/** Takes one application from wherever it stands to its decision. */
export async function carryCase(
  means: Means,
  household: DemoHousehold,
  personIds: readonly string[],
  programme: Carried['programme'] = 'DB',
): Promise<CaseView> {
  const [decided] = await carryCases(means, [{ household, personIds, programme }]);
  if (decided === undefined) throw new Error(`${household.example} is not decided`);
  return decided;
}

/** Takes applications to their decisions, each step by the officer whose step it is: everybody as far as the day allows, then the next day that somebody waits for. */
export async function carryCases({ api, clock }: Means, all: readonly Carried[]): Promise<CaseView[]> {
  for (;;) {
    const views: CaseView[] = [];
    const waits: Instant[] = [];
    for (const carried of all) {
      const { view, waitsFor } = await carryToday(api, await clock.known(), carried);
      views.push(view);
      if (waitsFor !== undefined) waits.push(waitsFor);
    }
    const [next] = waits.toSorted();
    if (next === undefined) return views;
    await clock.passTo(next);
  }
}

/** As far as `now` allows; `waitsFor` is when it can go on, undefined when it is decided. */
async function carryToday(api: Api, now: Instant, carried: Carried): Promise<{ view: CaseView; waitsFor?: Instant }> {
  const { account } = carried.household;
  const found = await api.get<{ items: readonly CaseView[] }>(account, '/applications');
  let view = found.items.find((one) => one.programme === carried.programme) ?? (await submit(api, carried));
  while (!view.decision) {
    const waitsFor = waitOf(carried, view);
    if (waitsFor !== undefined && waitsFor > now) return { view, waitsFor };
    await nextStep(api, carried, view);
    view = await api.get<CaseView>(account, `/applications/${view.applicationId}`);
  }
  return { view };
}

function submit(api: Api, carried: Carried): Promise<CaseView> {
  const { household, personIds, programme } = carried;
  const members = household.members.map(({ relation }, index) => ({ personId: personIds[index], relation }));
  const body = { programme, facts: factsOf(household.means, personIds), divisionCode: street, members };
  const key = `demo-submit-${programme}-${household.example}`;
  return api.command<CaseView>(household.account, 'POST', '/applications', body, key);
}

/** When a case that waits for a day can go on. */
function waitOf(
  { household: { turn } }: Carried,
  { status, supplement, notice, terms }: CaseView,
): Instant | undefined {
  if (status === 'submitted' && turn === 'nobody-accepts')
    return after(terms.find(({ kind }) => kind === 'acceptance')?.dueOn);
  if (status === 'supplement') return after(supplement?.requestedOn);
  if (status === 'public-notice' && turn !== 'objection-upheld') return reportableFrom(notice?.endsOn);
  return undefined;
}

const after = (date: string | undefined): Instant => officeHours(localDate.addDays(LocalDate.parse(date), 1));

/** The first working morning after the notice has hung out (DOMAIN §0.3). */
const reportableFrom = (endsOn: string | undefined): Instant =>
  officeHours(calendar.nextWorkingDay(LocalDate.parse(endsOn)).date);

async function nextStep(api: Api, carried: Carried, view: CaseView): Promise<void> {
  const { household, personIds } = carried;
  const { applicationId: id } = view;
  const step = async (account: string, verb: string, body: unknown = {}): Promise<void> =>
    void (await api.command(account, 'POST', `/applications/${id}/${verb}`, body, `demo-${id}-${verb}`));
  const upheld = view.objections.some(({ outcome }) => outcome === 'upheld');
  switch (view.status) {
    case 'submitted':
      if (household.turn === 'papers-missing' && view.supplement === undefined)
        return step(acceptor, 'request-supplement', { items: ['income-proof'] });
      return step(acceptor, 'accept');
    case 'supplement':
      return step(household.account, 'supply');
    case 'accepted':
      return step(surveyor, 'start-survey', { surveyors: ['SO-WM-2', 'SO-WM-3'] });
    case 'survey':
      return step(acceptor, 'report-survey', {
        facts: factsOf(household.means, personIds),
        opinion: opinionOf(carried),
        note: 'demonstration',
      });
    case 'public-notice':
      return step(neighbour, 'objections', { grounds: '样例：该户有一辆汽车' });
    case 're-survey':
      return step(acceptor, 'answer-objections', {
        outcome: 'upheld',
        note: 'demonstration',
        facts: factsOf(household.found ?? household.means, personIds),
        opinion: 'negative',
      });
    case 'reported':
      return step('district-reviewer-1', 'review');
    case 'review':
      return step('district-decider-1', opinionOf(carried) === 'negative' || upheld ? 'refuse' : 'confirm');
    default:
      throw new Error(`case ${household.example} stands at ${view.status}, where the demonstration has no step`);
  }
}

/** Whoever is above the line for DB is on the margin: the second application of the demonstration finds what it hoped for. */
const opinionOf = ({ household, programme }: Carried): DemoHousehold['opinion'] =>
  programme === 'DBB' ? 'positive' : household.opinion;
