import { OutboundFault } from '@minzheng/http';
import type { CommandRoute, Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import type { Job } from '@minzheng/service';
import { nobodyMerged } from '@minzheng/service';
import { ApplicationId, decided, DivisionCode, fen, instant, localDate, period, PersonId } from '@minzheng/types';
import type { ReturnCode } from '@minzheng/types';
import type { Bank } from '../src/adapters/bank.ts';
import { delimitedFormat } from '../src/adapters/delimited-format.ts';
import { openStores } from '../src/adapters/stores.ts';
import { BANK_RETURNS } from '../src/domain/bank-return.ts';
import type { BankReturn } from '../src/domain/bank-return.ts';
import type { Budget } from '../src/domain/budget.ts';
import { isAfterDeath, learnOfDeath } from '../src/domain/death.ts';
import type { Death } from '../src/domain/death.ts';
import { entitlementId, startEntitlement } from '../src/domain/entitlement.ts';
import { audits } from '../src/domain/ledger/audit.ts';
import type { Books } from '../src/domain/ledger/audit.ts';
import type { Payment } from '../src/domain/payment.ts';
import { recoveryId } from '../src/domain/recovery.ts';
import type { Recovery } from '../src/domain/recovery.ts';
import type { RecoveryReceipt } from '../src/domain/recovery-receipt.ts';
import type { Reissue } from '../src/domain/reissue.ts';
import type { PayRun } from '../src/domain/pay-run.ts';
import { approveFiles } from '../src/jobs/approve-files.ts';
import { askReturns } from '../src/jobs/ask-returns.ts';
import { drawRest } from '../src/jobs/draw-rest.ts';
import { endAfterDeath } from '../src/jobs/end-after-death.ts';
import { lapseRecoveries } from '../src/jobs/lapse-recoveries.ts';
import { pollBank } from '../src/jobs/poll-bank.ts';
import { queueFiles } from '../src/jobs/queue-files.ts';
import { remindUnclaimed } from '../src/jobs/remind-unclaimed.ts';
import { submitFile } from '../src/jobs/submit-file.ts';
import { accountRoutes } from '../src/routes/accounts.ts';
import { budgetRoutes } from '../src/routes/budget.ts';
import { payRunRoutes } from '../src/routes/pay-runs.ts';
import { recoveryDecisionRoutes } from '../src/routes/recovery-decisions.ts';
import { reissueRoutes } from '../src/routes/reissues.ts';
import { FakeBank } from './fake-bank.ts';
import type { BankMood } from './fake-bank.ts';
import { InMemoryStore } from './in-memory-store.ts';

const division = DivisionCode.parse('330302');
/** The cut-off of the month that is paid: whoever is confirmed on this day is in it. */
const startsAt = instant.startOfDay(localDate.of(2026, 11, 30));
const month = period.next(localDate.period(instant.civilDate(startsAt)));

export type RecoveryVerb = 'answer' | 'propose' | 'approve' | 'withdraw';

/** One thing that happens; numbers choose among what there is. */
export type Happening =
  | { readonly kind: 'confirm'; readonly person: number; readonly amountFen: number }
  | { readonly kind: 'account'; readonly person: number; readonly card: number }
  | { readonly kind: 'quota'; readonly reference: number; readonly amountFen: number }
  | { readonly kind: 'draw' }
  | { readonly kind: 'act'; readonly verb: 'submit' | 'approve' | 'release'; readonly run: number; readonly by: number }
  /** A run is carried through by three people, as it mostly is, and the service is left to work for a while. */
  | { readonly kind: 'run' }
  | { readonly kind: 'allow'; readonly payment: number; readonly account: 'same' | 'another' }
  /** Somebody has died before the month that is paid, or in it. */
  | { readonly kind: 'die'; readonly person: number; readonly inMonth: boolean }
  | { readonly kind: 'recover'; readonly verb: RecoveryVerb; readonly recovery: number; readonly by: number }
  | {
      readonly kind: 'repay';
      readonly recovery: number;
      readonly reference: number;
      readonly share: 'some' | 'all' | 'too-much';
    }
  /** Somebody is paid and has died before; what is asked back is carried through by two people, as it mostly is. */
  | { readonly kind: 'ask-back'; readonly person: number }
  | { readonly kind: 'give-back'; readonly payment: number; readonly code: ReturnCode }
  | { readonly kind: 'work'; readonly mood: BankMood; readonly code: ReturnCode };

/** The service's own routes and jobs over a store and a bank in memory: what happens is chosen from outside, one thing after another. */
export class RandomHistory {
  readonly store = new InMemoryStore(startsAt);
  readonly bank = new FakeBank();
  readonly #stores = openStores(this.store.asStore, nobodyMerged);
  readonly #routes: ReadonlyMap<string, CommandRoute>;
  readonly #jobs: ReadonlyMap<string, Job>;
  readonly #ended = new Map<string, string>();

  constructor() {
    const side = { bank: this.bank as Bank, format: delimitedFormat, payerAccount: 'ZERO-BALANCE-QUOTA' };
    const jobs = [drawRest, approveFiles, queueFiles, endAfterDeath, lapseRecoveries].map((job) => job(this.#stores));
    const calls = [submitFile(this.#stores, side), pollBank(this.#stores, side), askReturns(this.#stores, side)];
    this.#jobs = new Map([...jobs, ...calls, remindUnclaimed(this.#stores)].map((job) => [job.kind, job]));
    const routes: Route[] = [
      ...accountRoutes(this.#stores),
      ...budgetRoutes(this.#stores),
      ...payRunRoutes(this.#stores),
      ...reissueRoutes(this.#stores),
      ...recoveryDecisionRoutes(this.#stores),
    ];
    this.#routes = new Map(routes.flatMap((route) => (route.kind === 'command' ? [[route.operationId, route]] : [])));
  }

  /** Refusals and faults are part of life; what they leave behind must be in order all the same. */
  async happen(happening: Happening): Promise<void> {
    try {
      await this.#perform(happening);
    } catch (error) {
      if (!(error instanceof Refused || error instanceof OutboundFault || this.bank.isOurs(error))) throw error;
    }
  }

  /** The world heals: the bank answers, officers have done what they will, every deadline is met. */
  async heal(): Promise<void> {
    this.bank.heal();
    for (let steps = 0; !this.#isAtRest(); steps += 1) {
      if (steps > 10_000) throw new Error('the service does not come to rest');
      await this.#work();
    }
  }

  /** The first invariant that does not hold, with its culprit. */
  broken(): string | undefined {
    const books: Books = {
      accounts: this.store.all('ledger_accounts'),
      transfers: this.store.all('ledger_transfers'),
      payments: this.payments(),
      runs: this.runs(),
      budgets: this.store.all<Budget>('budgets'),
      returns: this.store.all<BankReturn>('bank_returns'),
      recoveries: this.recoveries(),
      receipts: this.store.all<RecoveryReceipt>('recovery_receipts'),
    };
    const culprits = Object.entries(audits).map(([name, audit]) => ({ name, culprit: audit(books) }));
    const faulty = culprits.find(({ culprit }) => culprit !== undefined);
    return faulty ? `${faulty.name}: ${faulty.culprit}` : (this.#changedEnding() ?? this.#paidTwice());
  }

  payments(): Payment[] {
    return this.store.all<Payment>('payments');
  }

  recoveries(): Recovery[] {
    return this.store.all<Recovery>('recoveries');
  }

  /** Settled for a month after a death, and not asked back: nobody must be forgotten once all jobs have run. */
  notAskedBack(): Payment[] {
    const asked = new Set(this.recoveries().map(({ id }) => id));
    const deaths = new Map(this.store.all<Death>('deaths').map((death) => [death.id, death]));
    return this.payments().filter((payment) => {
      const death = deaths.get(payment.personId);
      const isBeyond = death !== undefined && isAfterDeath(payment, death);
      return isBeyond && payment.status === 'settled' && !asked.has(recoveryId(payment.id));
    });
  }

  runs(): PayRun[] {
    return this.store.all<PayRun>('pay_runs');
  }

  async #perform(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case 'confirm':
        return await this.#confirm(happening.person, happening.amountFen);
      case 'account':
        return await this.#command('registerAccount', resident(happening.person), accountBody(happening.card));
      case 'quota':
        return await this.#command('grantQuota', officer('FM-1'), {
          amountFen: happening.amountFen,
          source: 'district',
          reference: `q-${happening.reference}`,
        });
      case 'draw':
        return await this.#command('drawPayRun', officer('FM-1'), { period: month });
      case 'act':
        return await this.#act(happening.verb, happening.run, happening.by);
      case 'run':
        return await this.#run();
      case 'allow':
        return await this.#allow(happening.payment, happening.account);
      case 'die':
        return await this.#die(happening.person, happening.inMonth);
      case 'recover':
        return await this.#recover(happening.verb, happening.recovery, happening.by);
      case 'repay':
        return await this.#repay(happening.recovery, happening.reference, happening.share);
      case 'ask-back':
        return await this.#askBack(happening.person);
      case 'give-back':
        return this.bank.giveBack(happening.payment, happening.code);
      case 'work':
        this.bank.feel(happening.mood, happening.code);
        return await this.#work();
    }
  }

  /** Nothing is to be done but to ask the bank once a day, and the bank has nothing to say that we do not know. */
  #isAtRest(): boolean {
    const left = [...this.store.kept.deadlines.values()].filter(({ kind }) => kind !== BANK_RETURNS);
    const settled = new Set(this.payments().flatMap(({ id, status }) => (status === 'settled' ? [id as string] : [])));
    return left.length === 0 && this.bank.kept().length === settled.size;
  }

  async #confirm(person: number, amountFen: number): Promise<void> {
    const origin = { kind: 'application', applicationId: ApplicationId.parse(`app-${person}`) } as const;
    const id = entitlementId(origin, 'dec-1');
    const entitlement = {
      id,
      origin,
      decisionId: 'dec-1',
      personId: `p-${person}`,
      divisionCode: `${division}006`,
      programme: 'DB',
      monthlyFen: amountFen,
      from: month,
      decidedOn: instant.civilDate(this.store.now),
      startedAt: this.store.now,
      sample: true,
    } as unknown as Parameters<typeof startEntitlement>[0];
    await this.store.commit(cause, (tx) =>
      tx.apply(this.#stores.entitlements, id, (known) =>
        known === undefined ? startEntitlement(entitlement) : { ok: true, state: known, events: [] },
      ),
    );
  }

  async #run(): Promise<void> {
    const run = this.runs().length;
    await this.happen({ kind: 'draw' });
    for (const [by, verb] of (['submit', 'approve', 'release'] as const).entries()) {
      await this.happen({ kind: 'act', verb, run, by });
    }
    await this.#workOn();
  }

  async #workOn(): Promise<void> {
    for (let steps = 0; steps < STEPS_OF_A_RUN; steps += 1)
      await this.happen({ kind: 'work', mood: 'well', code: 'R03' });
  }

  async #act(verb: 'submit' | 'approve' | 'release', index: number, by: number): Promise<void> {
    const runs = this.runs();
    const run = runs[index % Math.max(1, runs.length)];
    if (run === undefined) return;
    const seen = verb === 'submit' ? {} : { linesHash: run.linesHash, totalFen: run.totalFen };
    await this.#command(`${verb}PayRun`, officer(`F-${by}`), seen, { id: run.id });
  }

  async #allow(index: number, account: 'same' | 'another'): Promise<void> {
    const held = this.store.all<Reissue>('reissues').filter(({ status }) => status === 'held');
    const one = held[index % Math.max(1, held.length)];
    if (one !== undefined) await this.#command('allowReissue', officer('F-9'), { account }, { id: one.id });
  }

  /** The first notice stands, as in the reaction. */
  async #die(person: number, inMonth: boolean): Promise<void> {
    const personId = PersonId.parse(`p-${person}`);
    const occurredOn = inMonth ? period.first(month) : instant.civilDate(startsAt);
    const event = { data: { occurredOn } } as Parameters<typeof learnOfDeath>[1];
    await this.store.commit(cause, (tx) =>
      tx.apply(this.#stores.deaths, personId, (known) =>
        known === undefined ? learnOfDeath(personId, event, this.store.now) : decided(known),
      ),
    );
  }

  async #recover(verb: RecoveryVerb, index: number, by: number): Promise<void> {
    const recovery = this.#recoveryAt(index);
    if (recovery === undefined) return;
    const bodies = { answer: { text: '样例' }, propose: {}, approve: {}, withdraw: { reason: 'owed-after-all' } };
    await this.#command(`${verb}Recovery`, officer(`F-${by}`), bodies[verb], { id: recovery.id });
  }

  async #repay(index: number, reference: number, share: 'some' | 'all' | 'too-much'): Promise<void> {
    const recovery = this.#recoveryAt(index);
    if (recovery === undefined) return;
    const left = recovery.amountFen - recovery.repaidFen;
    const amount = Math.max(1, { some: Math.ceil(left / 3), all: left, 'too-much': left + 1 }[share]);
    const body = {
      reference: `b-${reference}`,
      amountFen: fen.of(amount),
      receivedOn: instant.civilDate(this.store.now),
    };
    await this.#command('receiveRepayment', officer('FM-1'), body, { id: recovery.id });
  }

  async #askBack(person: number): Promise<void> {
    await this.#run();
    await this.happen({ kind: 'die', person, inMonth: false });
    await this.#workOn();
    for (const recovery of this.recoveries().keys()) {
      for (const [by, verb] of (['answer', 'propose', 'approve'] as const).entries())
        await this.happen({ kind: 'recover', verb, recovery, by });
    }
  }

  #recoveryAt(index: number): Recovery | undefined {
    const all = this.recoveries();
    return all[index % Math.max(1, all.length)];
  }

  async #command(operationId: string, caller: object, body: object, params: object = {}): Promise<void> {
    const route = this.#routes.get(operationId);
    if (route === undefined) throw new Error(`no operation ${operationId}`);
    const request = { caller, body, params } as Parameters<CommandRoute['decide']>[1];
    await this.store.commit(cause, async (tx: Transaction) => void (await route.decide(tx, request)));
  }

  async #work(): Promise<void> {
    const deadline = this.store.takeEarliest();
    if (deadline === undefined) return;
    const job = this.#jobs.get(deadline.kind);
    if (job === undefined) throw new Error(`no job for ${deadline.kind}`);
    await job.run(deadline, { store: this.store.asStore, cause, at: this.store.now });
  }

  /** I6: what has ended stays as it ended, but for what is returned after it was settled. */
  #changedEnding(): string | undefined {
    for (const { id, status } of this.payments().filter((payment) => ENDINGS.has(payment.status))) {
      const before = this.#ended.get(id) ?? status;
      const isReturn = before === 'settled' && status === 'returned';
      if (before !== status && !isReturn) return `${id} ended twice`;
      this.#ended.set(id, status);
    }
    return undefined;
  }

  /** I5 as the bank sees it: no reference is paid twice, no sum is kept twice, and nothing that we hold for rejected is paid. */
  #paidTwice(): string | undefined {
    const paid = this.bank.paid().map(({ txnRef }) => txnRef);
    if (new Set(paid).size !== paid.length) return 'the bank paid a reference twice';
    const kept = this.bank.kept().map(({ txnRef }) => this.#firstOf(txnRef));
    if (new Set(kept).size !== kept.length) return 'a payee has kept the same sum twice';
    const settled = this.payments().filter(({ status }) => status === 'settled');
    return settled.find(({ id }) => !paid.includes(id))?.id;
  }

  /** The payment that the replacements of a sum began with. */
  #firstOf(id: string): string {
    const replaced = this.payments().find((payment) => payment.id === id)?.replacesId;
    return replaced === undefined ? id : this.#firstOf(replaced);
  }
}

const STEPS_OF_A_RUN = 8;
const ENDINGS = new Set(['settled', 'rejected', 'returned', 'cancelled']);
const cause = { viewer: 'system', actor: 'history', correlationId: 'history' } as const;
const CARDS = ['6217000000000000111', '6217000000000000129', '6217000000000000137'];
const accountBody = (card: number) => ({
  programme: 'DB',
  bankCode: '102333000001',
  accountNumber: CARDS[card % CARDS.length],
  holderName: '样例',
});
const officer = (staffNo: string) => ({ sub: staffNo, clientId: staffNo, roles: ['finance-maker'], staffNo, division });
const resident = (person: number) => ({
  sub: `p-${person}`,
  clientId: 'portal',
  roles: ['resident'],
  personId: PersonId.parse(`p-${person}`),
});
