import type { LocalDate } from '@minzheng/types';
import { Api } from '../src/demo/api.ts';
import { type Means, registerContactAndAccount, resolveMembers, resolveOne } from '../src/demo/carry-case.ts';
import { Clock, officeHours } from '../src/demo/clock.ts';
import { type DemoHousehold, households } from '../src/demo/households.ts';
import { factsOf } from '../src/demo/facts.ts';
import { veterans } from '../src/demo/veteran.ts';
import type { PlatformFile } from './whole-platform.ts';

const wuma = '330302006';
/** It confirms by itself, and has less time for that. */
const songtai = '330302026';
const acceptors = { [wuma]: 'street-officer-wuma-1', [songtai]: 'street-officer-songtai-1' } as const;
const acceptor = acceptors[wuma];
const surveyors = { account: 'street-officer-wuma-2', staffNos: ['SO-WM-2', 'SO-WM-3'] } as const;
const otherAccount = { bankCode: '102333000001', accountNumber: '6217000000000000152' };

/** A household that comes to the counter; its head has an account of the demonstration. */
export interface Guest extends DemoHousehold {
  readonly personIds: readonly string[];
}

/** Where an application goes. */
export type Street = keyof typeof acceptors;

export const DEVOLVED: Street = songtai;

type Named = 'e01' | 'e02' | 'e08' | 'v7';

const [veteran] = veterans;
if (veteran === undefined) throw new Error('the demonstration has no veteran');
export const soldier = veteran;

/** An old soldier who lives alone, on a wage above the line. */
const alone: DemoHousehold = {
  ...soldier,
  members: [{ residentId: soldier.residentId, name: soldier.name, relation: 'self' }],
  means: { wages: [400_000] },
  opinion: 'negative',
};

/**
 * The demonstration's residents and officers at their work, one command through the gateway at a time, and the clock between.
 * Whatever a command makes has a name, so that two platforms can be compared in which nothing has the same id.
 */
export class LawDesk {
  readonly means: Means;
  /** What each id is called. */
  readonly names = new Map<string, string>();
  readonly #guests = new Map<Named, Guest>();

  private constructor(file: PlatformFile) {
    this.means = { api: new Api(file), clock: new Clock(file.gatewayUrl) };
  }

  static async open(file: PlatformFile): Promise<LawDesk> {
    const desk = new LawDesk(file);
    for (const household of households.slice(0, 3))
      await desk.#welcome(household, resolveMembers(desk.means.api, household));
    const lone = resolveOne(desk.means.api, soldier, `demo-resolve-${soldier.example}`);
    await desk.#welcome(
      alone,
      lone.then((personId) => [personId]),
    );
    return desk;
  }

  async #welcome(household: DemoHousehold, resolved: Promise<readonly string[]>): Promise<void> {
    const personIds = await resolved;
    const name = household.example.toLowerCase() as Named;
    for (const [index, personId] of personIds.entries()) this.names.set(personId, `${name}/${index}`);
    this.#guests.set(name, { ...household, personIds });
  }

  guest(name: Named): Guest {
    const guest = this.#guests.get(name);
    if (guest === undefined) throw new Error(`nobody is called ${name}`);
    return guest;
  }

  /** Moves on to office hours of a day. */
  until(day: LocalDate): Promise<void> {
    return this.means.clock.passTo(officeHours(day));
  }

  /** Where messages and the money of some programmes go. */
  async register(guest: Guest, ...programmes: readonly string[]): Promise<void> {
    for (const programme of programmes) await registerContactAndAccount(this.means.api, guest, programme);
  }

  /** Another account in place of the one that is there: it cools off for a day (PAY-10). */
  async changeAccount({ account, members: [head] }: Guest, programme: string): Promise<void> {
    const body = { ...otherAccount, programme, holderName: head?.name };
    await this.means.api.command(account, 'POST', '/accounts', body, `law-other-account-${account}`);
  }

  /** The household applies for the minimum living allowance. `name` is what the application is called from here on. */
  async submit(name: string, guest: Guest, divisionCode: Street = wuma): Promise<string> {
    const members = guest.members.map(({ relation }, index) => ({ personId: guest.personIds[index], relation }));
    const body = { programme: 'DB', divisionCode, members, facts: factsOf(guest.means, guest.personIds) };
    return this.#made(name, guest.account, '/applications', body);
  }

  async accept(id: string, street: Street = wuma): Promise<void> {
    await this.step(acceptors[street], id, 'accept');
  }

  /** Surveyed and signed on one day. */
  async survey(id: string, guest: Guest, opinion: 'positive' | 'negative'): Promise<void> {
    await this.step(surveyors.account, id, 'start-survey', { surveyors: surveyors.staffNos });
    await this.step(acceptor, id, 'report-survey', {
      facts: factsOf(guest.means, guest.personIds),
      opinion,
      note: '入户调查记录',
    });
  }

  /** One of the district reviews, another decides. */
  async decide(id: string, verb: 'confirm' | 'refuse'): Promise<void> {
    await this.step('district-reviewer-1', id, 'review');
    await this.step('district-decider-1', id, verb);
  }

  async withdraw(id: string, { account }: Guest): Promise<void> {
    await this.step(account, id, 'withdraw');
  }

  /** A fire is reported, and found out about at once. */
  async emergency(name: string, guest: Guest): Promise<string> {
    const members = guest.members.map(({ relation }, index) => ({ personId: guest.personIds[index], relation }));
    const body = { divisionCode: wuma, members, facts: { emergency: 'fire' } };
    return this.#made(name, guest.account, '/emergencies', body);
  }

  async triage(id: string): Promise<void> {
    const facts = { emergency: 'fire', isUrgent: true, hardship: 'tier-2' };
    await this.step(acceptor, id, 'triage', { facts }, 'emergencies');
  }

  /** The money is decided by an officer who has not triaged. */
  async advance(id: string): Promise<void> {
    await this.step(surveyors.account, id, 'advance', {}, 'emergencies');
  }

  /** A step is taken once, so that its verb is the key of it. */
  async step(account: string, id: string, verb: string, body: unknown = {}, kind = 'applications'): Promise<void> {
    await this.means.api.command(account, 'POST', `/${kind}/${id}/${verb}`, body, `law-${id}-${verb}`);
  }

  async #made(name: string, account: string, path: string, body: unknown): Promise<string> {
    const made = await this.means.api.command<{ applicationId: string }>(
      account,
      'POST',
      path,
      body,
      `law-${name.replaceAll(' ', '-')}`,
    );
    this.names.set(made.applicationId, name);
    return made.applicationId;
  }
}
