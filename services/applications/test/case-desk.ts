import { testPlatform } from '@minzheng/testing';
import type { Answer, ServiceProcess, TestClient, TestPlatform } from '@minzheng/testing';
import { Instant, PersonId, PersonRegistered } from '@minzheng/types';
import type { Clocks, CloudEvent, ProgrammeCode } from '@minzheng/types';
import { applications } from '../src/main.ts';
import type { CaseView } from '../src/routes/case-view.ts';

export const STREET = '330302006';
/** A plain day (C7): a notice posted now ends on 13 May and is reported on the 14th. */
export const TODAY = '2026-05-06T01:00:00.000Z';
const zeros = Array.from({ length: 12 }, () => 0);

/** What a test says of a household; the rest is nothing. */
export interface Circumstances {
  readonly wageFen?: number;
  readonly vehicles?: number;
}

export type CaseAnswer = Answer<CaseView & { code?: string; errors?: { pointer: string; code: string }[] }>;

/** A street office, a district, and residents, around one running service. */
export class CaseDesk {
  readonly platform: TestPlatform;
  #households = 0;
  #process: ServiceProcess | undefined;

  constructor(platform: TestPlatform) {
    this.platform = platform;
  }

  static async open(env: Readonly<Record<string, string>> = {}, clocks?: Clocks): Promise<CaseDesk> {
    const desk = new CaseDesk(await testPlatform());
    await desk.platform.start(applications, clocks ? env : { CIVIL_CLOCK: TODAY, ...env }, clocks);
    return desk;
  }

  /** Opens with the service as a process of its own. */
  static async spawn(env: Readonly<Record<string, string>> = {}): Promise<CaseDesk> {
    const desk = new CaseDesk(await testPlatform());
    await desk.#spawn(env);
    return desk;
  }

  /** SIGKILL, and a new process. */
  async killAndSpawn(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.#process?.kill();
    await this.#spawn(env);
  }

  async #spawn(env: Readonly<Record<string, string>>): Promise<void> {
    this.#process = await this.platform.spawn(applications, new URL('../src/main.ts', import.meta.url), {
      CIVIL_CLOCK: TODAY,
      ...env,
    });
  }

  officer(n: 1 | 2 | 3, division = STREET): TestClient {
    return this.platform.as({ role: 'street-officer', division, staffNo: `SO-${division}-${n}` });
  }

  surveyors(): string[] {
    return [`SO-${STREET}-2`, `SO-${STREET}-3`];
  }

  reviewer(): TestClient {
    return this.platform.as({ role: 'district-reviewer', division: '330302', staffNo: 'DR-1' });
  }

  decider(): TestClient {
    return this.platform.as({ role: 'district-decider', division: '330302', staffNo: 'DD-1' });
  }

  resident(personId: string): TestClient {
    return this.platform.as({ role: 'resident', personId });
  }

  /** Persons that people has told of, known to the service. */
  async household(size: number): Promise<string[]> {
    this.#households += 1;
    const ids = Array.from({ length: size }, (_, i) => PersonId.parse(`person-${this.#households}-${i}`));
    for (const id of ids) await this.#tellOf(id);
    await this.#known(ids);
    return ids;
  }

  async register(personId: string): Promise<void> {
    const id = PersonId.parse(personId);
    await this.#tellOf(id);
    await this.#known([id]);
  }

  async #tellOf(id: PersonId): Promise<void> {
    await this.platform.publish(PersonRegistered.of({ subject: id, personId: id, data: { personId: id } }));
  }

  async #known(ids: readonly PersonId[]): Promise<void> {
    await this.platform.eventually(async () => {
      const known = await this.platform
        .database('applications')
        .collection('known_persons')
        .countDocuments({ _id: { $in: [...ids] as never[] } });
      if (known < ids.length) throw new Error(`${known} of ${ids.length} persons are known`);
    });
  }

  submit(
    members: readonly string[],
    facts: unknown,
    client?: TestClient,
    programme: ProgrammeCode = 'DB',
  ): Promise<CaseAnswer> {
    const [head = ''] = members;
    const rows = members.map((personId, i) => ({ personId, relation: i === 0 ? 'self' : 'child' }));
    const body = { programme, divisionCode: STREET, members: rows, facts };
    return (client ?? this.resident(head)).post('applications', '/applications', body);
  }

  step(client: TestClient, id: string, verb: string, body: unknown = {}): Promise<CaseAnswer> {
    return client.post('applications', `/applications/${id}/${verb}`, body);
  }

  /** To the end of the survey; gives the last answer. */
  async survey(id: string, facts: unknown, opinion: 'positive' | 'negative'): Promise<CaseAnswer> {
    await this.step(this.officer(1), id, 'accept');
    await this.step(this.officer(2), id, 'start-survey', { surveyors: this.surveyors() });
    return this.step(this.officer(1), id, 'report-survey', { facts, opinion, note: '入户调查记录' });
  }

  async view(id: string): Promise<CaseView> {
    return (await this.decider().get<CaseView>('applications', `/applications/${id}`)).body;
  }

  /** The number last drawn in the series of this month. */
  async lastNumber(): Promise<number> {
    const [counter] = await this.platform
      .database('applications')
      .collection('case_counters')
      .find()
      .sort({ _id: -1 })
      .toArray();
    return Number(counter?.['last']);
  }

  /** Moves the clock to where the notice has hung out, and waits for the report. */
  async endNotice(id: string): Promise<CaseView> {
    const deadlines = this.platform.database('applications').collection('deadlines');
    const ends = await deadlines.findOne({ kind: 'notice.ends', subject: id });
    await this.platform.clock('applications').moveTo(Instant.parse(ends?.['dueAt']));
    return this.until(id, 'reported');
  }

  until(id: string, status: string): Promise<CaseView> {
    return this.platform.eventually(async () => {
      const view = await this.view(id);
      if (view.status !== status) throw new Error(`the case stands at ${view.status}`);
      return view;
    });
  }

  async eventsOf(id: string): Promise<CloudEvent[]> {
    return (await this.platform.events('minzheng.applications.v1')).filter(({ subject }) => subject === id);
  }
}

export const factsOf = ([head = '']: readonly string[], { wageFen = 0, vehicles = 0 }: Circumstances): unknown => ({
  wages: wageFen > 0 ? [{ personId: head, monthsFen: zeros.map(() => wageFen) }] : [],
  pensions: [],
  otherMonthsFen: zeros,
  financialFen: 0,
  vehicles,
  dwellings: 1,
});

/** 'case.accepted' of 'org.minzheng.applications.case.accepted.v1'. */
export const shortType = ({ type }: CloudEvent): string => type.split('.').slice(3, -1).join('.');
