import { localDate, Period } from '@minzheng/types';
import { type AgencySystem, subscribe, tellDeath } from '../demo/agency.ts';
import { type CaseView, carryCase, registerContactAndAccount, resolveMembers } from '../demo/carry-case.ts';
import { officeHours } from '../demo/clock.ts';
import { carryEmergency, completePapers, type ReliefView } from '../demo/emergency.ts';
import { grantQuota, payAtOnce, payMonth } from '../demo/pay.ts';
import { type BankSystem, comeBack } from '../demo/returned.ts';
import type { SharedClock } from '../demo/shared-clock.ts';
import { awardAllowance, type DemoVeteran, veterans } from '../demo/veteran.ts';
import type { Canary } from './canary.ts';
import type { CanaryApi } from './canary-api.ts';
import { objectAndAnswer } from './objection.ts';
import { type CanaryHousehold, householdsOf, programmeOf } from './roles.ts';

/** Who is met on the way. */
export interface World {
  readonly api: CanaryApi;
  readonly clock: SharedClock;
  readonly bank: BankSystem;
  readonly agency: AgencySystem;
  /** Lets the issuer know whose person each login is. */
  readonly link: (personIds: ReadonlyMap<string, string>) => Promise<void>;
  readonly say: (line: string) => void;
}

const QUOTA_FEN = 100_000_000_000;
const november = Period.parse('2025-11');
const december = Period.parse('2025-12');

interface Known extends CanaryHousehold {
  readonly personIds: readonly string[];
}

/** Everything that the demonstration does with its households, done with all canaries at once. */
export async function tell(world: World, canaries: readonly Canary[]): Promise<void> {
  const { api, clock, agency, say } = world;
  const households = await resolveAll(world, householdsOf(canaries));
  const as = (...fates: readonly string[]): Known[] => households.filter(({ fate }) => fates.includes(fate));
  await grantQuota(api, QUOTA_FEN);
  await subscribe(api, agency);
  say('  everybody is resolved; contacts and accounts are registered');
  await Promise.all(households.map((household) => register(api, household)));
  say('  cases, emergencies and allowances are decided');
  const [objected] = as('approved');
  const cases = as('approved', 'refused', 'alone').map(
    (one) => (): Promise<Decided> => carryCase(world, one, one.personIds).then((view) => ({ one, view })),
  );
  const fires = as('fire').map((one) => () => carryEmergency(world, one.personIds, one.account));
  const soldiers = as('veteran').map((one) => () => awardAllowance(api, soldierOf(one), one.personIds[0] ?? ''));
  const objection = () =>
    objected === undefined ? Promise.resolve() : objectAndAnswer(api, objected, lastOf(as('refused')));
  const outcomes = await clock.carry<unknown>([...fires, ...cases, ...soldiers, objection]);
  await clock.settle();
  say('  money: at once, on a pay day, back again, and ended by a death');
  await payAtOnce(world, Period.parse('2025-10'));
  const reliefs = outcomes.slice(0, fires.length) as readonly ReliefView[];
  await Promise.all(reliefs.map((relief) => completePapers(world, relief)));
  await payMonth(world, november);
  if (objected !== undefined) await returned(world, objected);
  await payMonth(world, december);
  await die(world, outcomes.slice(fires.length, fires.length + cases.length) as readonly Decided[]);
  await clock.settle();
}

/** Served as the old soldier of the demonstration did. */
function soldierOf({ example, members: [self] }: Known): DemoVeteran {
  const [soldier] = veterans;
  if (soldier === undefined || self === undefined) throw new RangeError('nobody has served');
  return { ...soldier, ...self, example };
}

interface Decided {
  readonly one: Known;
  readonly view: CaseView;
}

async function resolveAll({ api, link }: World, households: readonly CanaryHousehold[]): Promise<Known[]> {
  const known = await Promise.all(
    households.map(async (one) => ({ ...one, personIds: await resolveMembers(api, one) })),
  );
  await link(
    new Map(
      known.flatMap(({ canaries, personIds }) =>
        canaries.map(({ login }, at) => [login, personIds[at] ?? ''] as const),
      ),
    ),
  );
  return known;
}

/** Every member says where they are reached and paid, not only who applies. */
async function register(api: CanaryApi, { canaries, fate, example }: Known): Promise<void> {
  await Promise.all(
    canaries.map(async ({ login: account, name, mobile, email, accountNumber }, at) => {
      const payee = { account, name, mobile, accountNumber, example: `${example}-${at}` };
      await registerContactAndAccount(api, payee, programmeOf(fate));
      await api.command(account, 'PUT', '/contacts/me/email', { email }, `canary-email-${account}`);
      await api.command(account, 'PUT', '/contacts/me/preferences', byEmail, `canary-preferences-${account}`);
    }),
  );
}

/** Everything that may go by e-mail does. */
const byEmail = { STATUTORY: { 'e-mail': true }, TRANSACTIONAL: { 'e-mail': true } };

const returned = async (world: World, one: Known): Promise<void> =>
  comeBack(world, world.bank, one, one.personIds[0] ?? '', one.canaries[0]?.otherAccountNumber);

/** The agency puts the number that it knows the dead by into the id of its event, as agencies do. */
async function die({ api, clock, agency }: World, decided: readonly Decided[]): Promise<void> {
  const dead = decided.find(({ one, view }) => one.fate === 'alone' && view.decision?.outcome === 'confirmed');
  if (dead === undefined) return;
  await clock.passTo(officeHours(localDate.of(2025, 12, 22)));
  const id = `death-${dead.one.members[0]?.residentId}`;
  await tellDeath(api, agency, dead.view.decision?.monthlyFen ?? 0, localDate.of(2025, 12, 20), id);
}

const lastOf = <T>(all: readonly T[]): T | undefined => all.at(-1);
