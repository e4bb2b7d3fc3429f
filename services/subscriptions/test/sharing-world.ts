import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { startAgencySimulator } from '@minzheng/agency-simulator';
import type { AgencySimulator, Mode, Received } from '@minzheng/agency-simulator';
import { eventually, testPlatform } from '@minzheng/testing';
import type { Answer, ProblemBody, TestClient, TestPlatform } from '@minzheng/testing';
import { CaseConfirmed, CaseRefused, DivisionCode, PersonId, systemClocks } from '@minzheng/types';
import { PERSON_DECEASED } from '../src/domain/inbound-event.ts';

const token = 'a-token-for-the-agency';
const BUSY_MS = 60_000;
/** The schedule with its pauses of a developer's patience: enough attempts to live through an outage of a minute. */
export const patience = { DELIVERY_PAUSES_SECONDS: ['0', ...Array.from({ length: 19 }, () => '1')].join(',') };

export interface SubscriptionView {
  readonly subscriptionId: string;
  readonly status: string;
  readonly reason?: string;
  readonly secret: string;
}

export interface DeliveryView {
  readonly deliveryId: string;
  readonly status: string;
  readonly attempts: number;
  readonly last?: object;
}

/** The platform with another agency's system beside it. */
export class SharingWorld {
  readonly platform: TestPlatform;
  readonly #dataDir: string;
  #simulator: AgencySimulator;

  private constructor(platform: TestPlatform, simulator: AgencySimulator, dataDir: string) {
    this.platform = platform;
    this.#simulator = simulator;
    this.#dataDir = dataDir;
  }

  static async open(): Promise<SharingWorld> {
    const dataDir = await mkdtemp(join(tmpdir(), 'agency-'));
    const simulator = await startAgencySimulator({ port: 0, dataDir, token });
    return new SharingWorld(await testPlatform(), simulator, dataDir);
  }

  async close(): Promise<void> {
    await this.platform.stop();
    await this.#simulator.stop();
    await rm(this.#dataDir, { recursive: true });
  }

  /** The agency's system goes away, with everything that was connected to it. */
  stopAgency(): Promise<void> {
    return this.#simulator.stop();
  }

  /** It comes back at the same address, and remembers. */
  async startAgency(): Promise<void> {
    this.#simulator = await startAgencySimulator({ port: this.#simulator.port, dataDir: this.#dataDir, token });
  }

  endpoint(name: string): string {
    return `${this.#simulator.url}/webhooks/${name}`;
  }

  async ask<T>(method: string, path: string, body?: unknown): Promise<T | undefined> {
    const response = await fetch(`${this.#simulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    expect(response.ok).toBe(true);
    return response.status === 204 ? undefined : ((await response.json()) as T);
  }

  async control(mode: Mode, times = 1, retryAfterS = 1): Promise<void> {
    await this.ask('PUT', '/control', { mode, times, retryAfterS });
  }

  desk(division = '330302'): TestClient {
    return this.platform.as({ role: 'agency-desk', division, staffNo: 'AD-1' });
  }

  engineer(agency: string): TestClient {
    return this.platform.as({ role: 'agency-engineer', agency, sub: `engineer-of-${agency}` });
  }

  /** An agency with a grant for a street of its own, so that it hears of no other test's events. */
  async agency(): Promise<TestAgency> {
    const agency = new TestAgency(this, `agency-${randomUUID().slice(0, 8)}`);
    await agency.beGranted();
    return agency;
  }
}

/** Asks again while the service has too much to do, as Retry-After says: a busy machine is not what these tests are about. */
export async function unhurried<T extends { readonly code?: string }>(
  send: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  return await eventually(async () => {
    const answer = await send();
    expect(answer.body.code).not.toBe('service.busy');
    return answer;
  }, BUSY_MS);
}

export const confirmed = {
  caseNumber: 'LC-DB-202611-000001-8',
  programme: 'DB',
  monthlyFen: 130_000,
  payFrom: '2026-12',
  decidedOn: '2026-11-24',
  sample: true,
} as const;

/** One agency, its engineer and its endpoint. */
export class TestAgency {
  readonly world: SharingWorld;
  readonly code: string;
  readonly engineer: TestClient;
  readonly division = DivisionCode.parse(`330302${randomInt(100, 999)}${randomInt(100, 999)}`);
  grantId = '';

  constructor(world: SharingWorld, code: string) {
    this.world = world;
    this.code = code;
    this.engineer = world.engineer(code);
  }

  async beGranted(changes: object = {}): Promise<void> {
    const grant = {
      agency: this.code,
      divisionCode: this.division,
      receives: [CaseConfirmed.type, CaseRefused.type],
      sends: [PERSON_DECEASED],
      legalBasis: '浙江省社会救助条例',
      validFrom: '2020-01-01',
      ...changes,
    };
    const { status, body } = await unhurried(() =>
      this.world.desk().post<{ grantId: string; code?: string }>('subscriptions', '/grants', grant),
    );
    expect(status).toBe(201);
    this.grantId = body.grantId;
  }

  subscribe(endpoint = this.world.endpoint(this.code), types: readonly string[] = [CaseConfirmed.type]) {
    return unhurried(() =>
      this.engineer.post<SubscriptionView & ProblemBody>('subscriptions', '/subscriptions', { endpoint, types }),
    );
  }

  /** Subscribes, tells the agency's system the secret, and waits until the endpoint has said yes. */
  async listen(): Promise<SubscriptionView> {
    const { status, body } = await this.subscribe();
    expect(status).toBe(201);
    await this.know(body.secret);
    await this.untilStatus(body.subscriptionId, 'active');
    return body;
  }

  async know(...secrets: readonly string[]): Promise<void> {
    await this.world.ask('PUT', `/endpoints/${this.code}`, { secrets });
  }

  async untilStatus(subscriptionId: string, status: string): Promise<SubscriptionView> {
    return await this.world.platform.eventually(async () => {
      const { body } = await this.engineer.get<SubscriptionView>('subscriptions', `/subscriptions/${subscriptionId}`);
      expect(body.status).toBe(status);
      return body;
    }, 30_000);
  }

  act(subscriptionId: string, verb: string, body: object = {}) {
    return unhurried(() =>
      this.engineer.post<SubscriptionView & ProblemBody>(
        'subscriptions',
        `/subscriptions/${subscriptionId}/${verb}`,
        body,
      ),
    );
  }

  /** A confirmed case of the agency's street; the same subject again is its next event. */
  async happen(subject: string = randomUUID(), person: string = randomUUID()): Promise<string> {
    const data = { ...confirmed, applicationId: subject, decisionId: randomUUID(), ruleIds: ['DB-1'] };
    const personId = PersonId.parse(person);
    const event = CaseConfirmed.of({ subject, personId, divisionCode: this.division, data });
    await this.world.platform.publish(event, { time: systemClocks.civil.now() });
    return subject;
  }

  async received(): Promise<readonly Received[]> {
    const answer = await this.world.ask<{ items: Received[] }>('GET', `/endpoints/${this.code}/received`);
    return answer?.items ?? [];
  }

  /** What the agency has taken, each once, in the order it came. */
  async taken(): Promise<readonly Received[]> {
    return (await this.received()).filter(
      ({ isVerified, isRepeated, answered }) => isVerified && !isRepeated && answered === 200,
    );
  }

  async untilTaken(count: number, timeoutMs = 30_000): Promise<readonly Received[]> {
    return await this.world.platform.eventually(async () => {
      const taken = await this.taken();
      expect(taken).toHaveLength(count);
      return taken;
    }, timeoutMs);
  }

  async deliveries(subscriptionId: string, status = ''): Promise<readonly DeliveryView[]> {
    const query = status === '' ? '' : `?status=${status}`;
    const path = `/subscriptions/${subscriptionId}/deliveries${query}`;
    return (await this.engineer.get<{ items: DeliveryView[] }>('subscriptions', path)).body.items;
  }
}
