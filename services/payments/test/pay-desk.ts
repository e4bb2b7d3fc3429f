import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { startBankSimulator } from '@minzheng/bank-simulator';
import type { BankSimulator, Control, StatementLine } from '@minzheng/bank-simulator';
import { testPlatform } from '@minzheng/testing';
import type { Answer, ProblemBody, TestClient, TestPlatform } from '@minzheng/testing';
import {
  AllowanceAwarded,
  AllowanceEnded,
  CaseConfirmed,
  DivisionCode,
  Instant,
  localDate,
  Period,
  PersonId,
} from '@minzheng/types';
import type { Role } from '@minzheng/types';
import { payments } from '../src/main.ts';

const token = 'a-token-for-the-bank';
const settleDelayMs = 20;

export interface PayRunView {
  readonly payRunId: string;
  readonly status: string;
  readonly count: number;
  readonly totalFen: number;
  readonly linesHash: string;
  readonly settledCount: number;
  readonly rejectedCount: number;
  readonly withoutAccount: { readonly count: number; readonly entitlementIds: readonly string[] };
}

/** Another card than the one that is registered unless told. */
export const OTHER_CARD = '6217000000000000129';

export interface PaymentView {
  readonly paymentId: string;
  readonly personId: string;
  readonly status: string;
  readonly amountFen: number;
  readonly reason?: string;
  readonly last4: string;
  readonly kind: string;
  readonly replacesId?: string;
}

/** The service on real servers with a bank beside it. */
export interface PayWorld {
  readonly platform: TestPlatform;
  readonly bankEnv: Readonly<Record<string, string>>;
  control(control: Control): Promise<void>;
  statement(): Promise<readonly StatementLine[]>;
  /** Moves the civil clock of both, forward; the bank's stands still otherwise. */
  passTo(at: Instant): Promise<void>;
  /** Restarts the bank, which remembers; its address stays the same. */
  restartBank(): Promise<void>;
  stop(): Promise<void>;
}

export async function openWorld(civilClock: Instant = PAY_DAY): Promise<PayWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bank-'));
  const settings = { dataDir, token, settleDelayMs, civilClock };
  let bank: BankSimulator = await startBankSimulator({ ...settings, port: 0 });
  const platform = await testPlatform();
  const stopClock = platform.clock('payments').run();
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    await fetch(`${bank.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    platform,
    bankEnv: { BANK_URL: bank.url, BANK_TOKEN: token, CIVIL_CLOCK: civilClock },
    control: async (control) => {
      expect((await ask('PUT', '/control', control)).status).toBe(204);
    },
    statement: async () => ((await (await ask('GET', '/statement')).json()) as { items: StatementLine[] }).items,
    passTo: async (now) => {
      expect((await ask('PUT', '/local/clock', { now })).status).toBe(204);
      await platform.clock('payments').moveTo(now);
    },
    restartBank: async () => {
      await bank.stop();
      bank = await startBankSimulator({ ...settings, port: bank.port });
    },
    stop: async () => {
      await stopClock();
      await platform.stop();
      await bank.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Somebody who is owed money every month. */
export interface Beneficiary {
  readonly personId: PersonId;
  readonly resident: TestClient;
}

/** What a confirmed case grants, where it is not as most are. */
export type Granted = Partial<Pick<CaseConfirmed['data'], 'programme' | 'payFrom' | 'decidedOn'>>;

/** A veteran with an allowance. */
export interface Veteran extends Beneficiary {
  readonly allowanceId: string;
}

/** The month that is paid; its pay day has come. */
export const MONTH = Period.parse('2026-12');
export const PAY_DAY = Instant.parse('2026-12-10T01:00:00.000Z');
/** Before the cut-off. */
const DECIDED_ON = localDate.of(2026, 11, 24);

const AT_ONCE = 40;
const accountNumber = '6217000000000000111';

/** The finance desk of one district of its own, so that a run draws nobody else's beneficiaries. */
export class PayDesk {
  readonly world: PayWorld;
  readonly division = DivisionCode.parse(`33${randomInt(1_000, 9_999)}`);
  readonly maker: TestClient;
  readonly checker: TestClient;
  readonly releaser: TestClient;
  readonly auditor: TestClient;

  constructor(world: PayWorld) {
    this.world = world;
    this.maker = this.officer('finance-maker', 'FM-1');
    this.checker = this.officer('finance-checker', 'FC-1');
    this.releaser = this.officer('finance-releaser', 'FR-1');
    this.auditor = this.officer('auditor', 'AU-1');
  }

  officer(role: Role, staffNo: string, division: string = this.division): TestClient {
    return this.world.platform.as({ role, staffNo, division, acr: 'mfa' });
  }

  /** A confirmed case arrives on the bus; resolves when it has become an entitlement. */
  async confirm(monthlyFen: number, withAccount = true, granted: Granted = {}): Promise<Beneficiary> {
    const personId = PersonId.parse(randomUUID());
    const resident = this.world.platform.as({ role: 'resident', personId, acr: 'mfa' });
    if (withAccount) await this.register(resident, { programme: granted.programme ?? 'DB' });
    await this.world.platform.publish(this.confirmation(personId, monthlyFen, granted));
    await this.untilOwed(resident);
    return { personId, resident };
  }

  /** A veteran's allowance is awarded; resolves when it has become an entitlement. */
  async award(monthlyFen: number): Promise<Veteran> {
    const personId = PersonId.parse(randomUUID());
    const resident = this.world.platform.as({ role: 'resident', personId, acr: 'mfa' });
    await this.register(resident, { programme: 'VET_LIVING' });
    const allowanceId = randomUUID();
    const event = this.awarding(personId, allowanceId, monthlyFen);
    await this.world.platform.publish(event, { sequence: 1 });
    await this.untilOwed(resident);
    return { personId, resident, allowanceId };
  }

  async endAllowance({ personId, allowanceId }: Veteran, lastMonth: Period): Promise<void> {
    const data = {
      allowanceId,
      decisionId: `dec-${allowanceId}`,
      category: 'V09',
      lastMonth,
      endedOn: DECIDED_ON,
    } as const;
    const concerning = { subject: allowanceId, personId, divisionCode: this.street() };
    await this.world.platform.publish(AllowanceEnded.of({ ...concerning, data }), { sequence: 2 });
  }

  untilOwed(resident: TestClient, expected: object = { status: 'active' }): Promise<void> {
    return this.world.platform.eventually(async () => {
      const { body } = await resident.get<{ items: unknown[] }>('payments', '/entitlements');
      expect(body.items).toMatchObject([expected]);
    });
  }

  street(): DivisionCode {
    return DivisionCode.parse(`${this.division}006`);
  }

  awarding(personId: PersonId, allowanceId: string, monthlyFen: number) {
    return AllowanceAwarded.of({
      subject: allowanceId,
      personId,
      divisionCode: this.street(),
      data: {
        allowanceId,
        decisionId: `dec-${allowanceId}`,
        category: 'V09',
        programme: 'VET_LIVING',
        monthlyFen,
        payFrom: localDate.period(DECIDED_ON),
        decidedOn: DECIDED_ON,
        ruleIds: ['V09', 'VET-10'],
        sample: true,
      },
    });
  }

  /** Many at once, each owed `monthlyFen` and with an account. */
  async confirmMany(count: number, monthlyFen: number): Promise<void> {
    const { platform } = this.world;
    const people = Array.from({ length: count }, () => PersonId.parse(randomUUID()));
    for (let first = 0; first < count; first += AT_ONCE) {
      const some = people.slice(first, first + AT_ONCE);
      const registered = some.map((personId) => this.register(platform.as({ role: 'resident', personId, acr: 'mfa' })));
      expect((await Promise.all(registered)).every(({ status }) => status === 201)).toBe(true);
      await Promise.all(some.map((personId) => platform.publish(this.confirmation(personId, monthlyFen))));
    }
    await platform.eventually(async () => {
      const ours = { divisionCode: `${this.division}006` };
      expect(await platform.database('payments').collection('entitlements').countDocuments(ours)).toBe(count);
    }, 60_000);
  }

  confirmation(personId: PersonId, monthlyFen: number, granted: Granted = {}) {
    const applicationId = randomUUID();
    return CaseConfirmed.of({
      subject: applicationId,
      personId,
      divisionCode: this.street(),
      data: {
        applicationId,
        caseNumber: 'LC-DB-202611-000001-8',
        decisionId: randomUUID(),
        programme: 'DB',
        monthlyFen,
        payFrom: MONTH,
        decidedOn: DECIDED_ON,
        ruleIds: ['DB-1'],
        sample: true,
        ...granted,
      },
    });
  }

  register(resident: TestClient, changes: object = {}): Promise<Answer<ProblemBody & { last4?: string }>> {
    const body = { programme: 'DB', bankCode: '102333000001', accountNumber, holderName: '样例·𠮷', ...changes };
    return resident.post('payments', '/accounts', body);
  }

  async grant(amountFen = 100_000_000): Promise<void> {
    const body = { amountFen, source: 'district', reference: randomUUID() };
    expect((await this.maker.post('payments', '/budget/quota', body)).status).toBe(201);
  }

  draw(kind?: 'ONE_OFF', period: Period = MONTH): Promise<Answer<PayRunView & ProblemBody>> {
    return this.maker.post('payments', '/pay-runs', { period, ...(kind && { kind }) });
  }

  act(by: TestClient, verb: string, run: PayRunView, seen: object = exactly(run)) {
    return by.post<PayRunView & ProblemBody>('payments', `/pay-runs/${run.payRunId}/${verb}`, seen);
  }

  /** Draws, submits, approves and releases what is due. */
  async release(kind?: 'ONE_OFF', period: Period = MONTH): Promise<PayRunView> {
    const { body: run } = await this.draw(kind, period);
    expect((await this.act(this.maker, 'submit', run, {})).status).toBe(200);
    expect((await this.act(this.checker, 'approve', run)).status).toBe(200);
    expect((await this.act(this.releaser, 'release', run)).status).toBe(200);
    return run;
  }

  async run({ payRunId }: PayRunView): Promise<PayRunView> {
    return (await this.maker.get<PayRunView>('payments', `/pay-runs/${payRunId}`)).body;
  }

  async payments({ payRunId }: PayRunView): Promise<readonly PaymentView[]> {
    const { body } = await this.maker.get<{ items: PaymentView[] }>('payments', `/payments?payRunId=${payRunId}`);
    return body.items;
  }

  /** Waits until the run stands so. */
  untilRun(run: PayRunView, expected: Partial<PayRunView>, timeoutMs = 30_000): Promise<void> {
    return this.world.platform.eventually(async () => {
      expect(await this.run(run)).toMatchObject(expected);
    }, timeoutMs);
  }

  /** The service proves itself: every check holds. */
  untilVerified(): Promise<void> {
    const sre = this.world.platform.as({ role: 'sre', staffNo: 'SRE-1' });
    return this.world.platform.eventually(async () => {
      const { body } = await sre.get<{ checks: { ok: boolean }[] }>('payments', '/ops/verify');
      expect(body.checks.filter(({ ok }) => !ok)).toEqual([]);
    }, 30_000);
  }

  /** What left the payer's account for the people of a run. */
  async paidBy(run: PayRunView): Promise<readonly StatementLine[]> {
    const statement = await this.world.statement();
    return statement.filter(({ batchNo }) => batchNo.startsWith(run.payRunId));
  }
}

export const exactly = ({ linesHash, totalFen }: PayRunView) => ({ linesHash, totalFen });

/** Starts the service in this process. */
export const startPayments = (world: PayWorld) => world.platform.start(payments, world.bankEnv);
