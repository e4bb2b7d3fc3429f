import { testPlatform } from '@minzheng/testing';
import type { Answer, ProblemBody, TestClient, TestPlatform } from '@minzheng/testing';
import { instant, Instant, localDate } from '@minzheng/types';
import type { CloudEvent, LocalDate } from '@minzheng/types';
import { training } from '../src/main.ts';

export const TOPIC = 'minzheng.training.v1';
const BEGIN = Instant.parse('2026-05-06T01:00:00.000Z');

/** A trainer, and staff of theirs, around one running service. */
export class TrainingDesk {
  readonly platform: TestPlatform;
  #staff = 0;
  #courses = 0;
  #today = instant.civilDate(BEGIN);

  private constructor(platform: TestPlatform) {
    this.platform = platform;
  }

  static async open(): Promise<TrainingDesk> {
    const desk = new TrainingDesk(await testPlatform());
    await desk.platform.start(training, { CIVIL_CLOCK: BEGIN });
    return desk;
  }

  /** Today by the civil clock, or so many days from it. */
  day(fromToday = 0): LocalDate {
    return localDate.addDays(this.#today, fromToday);
  }

  async pass(days: number): Promise<void> {
    this.#today = this.day(days);
    await this.platform.clock('training').moveTo(instant.startOfDay(this.#today));
  }

  trainer(staffNo = 'TN-1'): TestClient {
    return this.platform.as({ role: 'trainer', division: '330302', staffNo });
  }

  staff(staffNo: string): TestClient {
    return this.platform.as({ role: 'staff', division: '330302', staffNo });
  }

  /** Registers somebody new. */
  async newStaff(): Promise<string> {
    this.#staff += 1;
    const staffNo = `DD-${this.#staff}`;
    await this.post('/staff', { staffNo, unit: '社会救助科', divisionCode: '330302' });
    return staffNo;
  }

  /** A course whose certificate lets its holder decide cases for a year. */
  async newCourse(changes: object = {}): Promise<string> {
    this.#courses += 1;
    const code = `DB-${this.#courses}`;
    const grants = { scopes: ['case.decide'], validityMonths: 12 };
    const course = { code, title: '低保确认', kind: 'mandatory', hours: 24, passScore: 60, grants, ...changes };
    await this.post('/courses', course);
    return code;
  }

  /** As the trainer; throws unless it is done. */
  async post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<T> {
    const answer = await this.trainer().post<T & ProblemBody>('training', path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body.code}`);
    return answer.body;
  }

  enrol(code: string, staffNo: string, client = this.trainer()): Promise<Answer<ProblemBody>> {
    return client.post('training', `/courses/${code}/enrolments`, { staffNo });
  }

  record(code: string, staffNo: string, score: number, client = this.trainer()): Promise<Answer<ProblemBody>> {
    const body = { score, completedOn: this.day() };
    return client.post('training', `/courses/${code}/enrolments/${staffNo}/result`, body);
  }

  async items<T>(client: TestClient, path: string): Promise<readonly T[]> {
    return (await client.get<{ items: readonly T[] }>('training', path)).body.items;
  }

  async eventsOf(fact: string, of: (data: Record<string, unknown>) => boolean): Promise<CloudEvent[]> {
    const type = `org.minzheng.training.${fact}.v1`;
    const events = await this.platform.events(TOPIC);
    return events.filter((event) => event.type === type && of(event.data as Record<string, unknown>));
  }
}
