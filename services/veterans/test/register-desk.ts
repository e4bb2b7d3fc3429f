import { randomUUID } from 'node:crypto';
import { testPlatform } from '@minzheng/testing';
import type { Answer, ProblemBody, TestClient, TestPlatform } from '@minzheng/testing';
import { PersonId, PersonRegistered } from '@minzheng/types';
import { veterans } from '../src/main.ts';
import type { AllowanceView } from '../src/routes/allowance-view.ts';
import type { VeteranView } from '../src/routes/veteran-view.ts';
import { rural } from './samples.ts';

export const STREET = '330302006';
export const DISTRICT = '330302';

export type VeteranAnswer = Answer<VeteranView & Omit<ProblemBody, 'status'>>;
export type AllowanceAnswer = Answer<AllowanceView & Omit<ProblemBody, 'status'>>;

/** The veterans' desk of a district with its two officers, around one running service. */
export class RegisterDesk {
  readonly platform: TestPlatform;
  readonly first: TestClient;
  readonly second: TestClient;

  constructor(platform: TestPlatform) {
    this.platform = platform;
    this.first = this.officer('VO-1');
    this.second = this.officer('VO-2');
  }

  static async open(): Promise<RegisterDesk> {
    const desk = new RegisterDesk(await testPlatform());
    await desk.platform.start(veterans);
    return desk;
  }

  officer(staffNo: string, division = DISTRICT): TestClient {
    return this.platform.as({ role: 'veterans-officer', division, staffNo });
  }

  /** A person that people has told of, known to the service. */
  async person(): Promise<PersonId> {
    const id = PersonId.parse(randomUUID());
    await this.platform.publish(PersonRegistered.of({ subject: id, personId: id, data: { personId: id } }));
    const known = this.platform.database('veterans').collection<{ _id: string }>('known_persons');
    await this.platform.eventually(async () => {
      if ((await known.countDocuments({ _id: id })) === 0) throw new Error('the person is not known yet');
    });
    return id;
  }

  register(personId: string, changes: object = {}, by = this.first, key?: string): Promise<VeteranAnswer> {
    const body = { personId, divisionCode: STREET, facts: rural, ...changes };
    return by.post('veterans', '/veterans', body, key === undefined ? {} : { key });
  }

  decide(veteranId: string, verb: 'confirm' | 'reject', by = this.second): Promise<VeteranAnswer> {
    return by.post('veterans', `/veterans/${veteranId}/${verb}`);
  }

  propose(veteranId: string, by = this.first): Promise<AllowanceAnswer> {
    return by.post('veterans', '/allowances', { veteranId });
  }

  step(allowanceId: string, verb: 'approve' | 'reject' | 'end', by = this.second, body = {}): Promise<AllowanceAnswer> {
    return by.post('veterans', `/allowances/${allowanceId}/${verb}`, body);
  }

  /** A person in the register, confirmed by both. */
  async confirmed(facts: object = rural): Promise<VeteranView> {
    const { body } = await this.register(await this.person(), { facts });
    return (await this.decide(body.veteranId, 'confirm')).body;
  }

  /** An allowance that waits for approval. */
  async proposed(facts: object = rural): Promise<AllowanceView> {
    return (await this.propose((await this.confirmed(facts)).veteranId)).body;
  }

  /** What was told of a subject, by the ends of the types. */
  async toldOf(subject: string) {
    const events = await this.platform.events('minzheng.veterans.v1');
    return events.filter((event) => event.subject === subject);
  }

  async audited(object: string): Promise<unknown[]> {
    const rows = this.platform.database('veterans').collection('audit').find({ object }).sort({ _id: 1 });
    return (await rows.toArray()).map(({ action, actor, subjectPersonId }) => [action, actor, subjectPersonId]);
  }
}
