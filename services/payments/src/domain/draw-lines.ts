import { divisions, fen, paymentId } from '@minzheng/types';
import type { AccountId, PaymentId, ProgrammeCode } from '@minzheng/types';
import { MAX_FILE_LINES } from './bank-file.ts';
import type { BankFile } from './bank-file.ts';
import { isDueIn, isOneOff, sumOf } from './entitlement.ts';
import type { Entitlement } from './entitlement.ts';
import { linesHash } from './lines-hash.ts';
import type { Payment } from './payment.ts';
import type { PayRun } from './pay-run.ts';

/** As much of an account as a line needs. */
export interface Payee {
  readonly accountId: AccountId;
  readonly last4: string;
}

/** One page of what may be due, with what is known of it. */
export interface Candidates {
  readonly entitlements: readonly Entitlement[];
  /** Where an entitlement is paid to; undefined while there is no account. */
  readonly payeeOf: (entitlement: Entitlement) => Payee | undefined;
  /** Payments that exist already, in whatever run: the same sum is never drawn twice. */
  readonly existing: ReadonlySet<PaymentId>;
}

export interface DrawnPage {
  readonly files: readonly { readonly file: BankFile; readonly lines: readonly Payment[] }[];
  /** 无收款账户: due, and nowhere to pay it to. */
  readonly withoutAccount: readonly Entitlement[];
}

/** What a payment is for: a month of an entitlement, or for a sum owed once its decision, whichever run draws it. */
export function identityIn(
  run: Pick<PayRun, 'period'>,
  entitlement: Entitlement,
): Pick<Payment, 'kind' | 'causeId' | 'period'> {
  return isOneOff(entitlement)
    ? { kind: 'ONE_OFF', causeId: entitlement.decisionId, period: entitlement.from }
    : { kind: 'NORMAL', causeId: '-', period: run.period };
}

/** The id of the payment that a run would draw for an entitlement. */
export function paymentIdIn(run: Pick<PayRun, 'period'>, entitlement: Entitlement): PaymentId {
  const { kind, causeId, period } = identityIn(run, entitlement);
  return paymentId({ entitlementId: entitlement.id, benefitMonth: period, kind, causeId });
}

/** One line per entitlement and month, or per sum owed once, in files of one programme each. */
export function drawLines(run: PayRun, { entitlements, payeeOf, existing }: Candidates): DrawnPage {
  const due = entitlements.filter((entitlement) => isDue(run, entitlement, existing));
  const payable = due.flatMap((entitlement) => {
    const payee = payeeOf(entitlement);
    return payee === undefined ? [] : [{ entitlement, payee }];
  });
  const withoutAccount = due.filter((entitlement) => payeeOf(entitlement) === undefined);
  const chunks = [...byProgramme(payable)].flatMap(([, lines]) => chunked(lines));
  return { files: chunks.map((chunk, i) => fileOf(run, run.fileCount + i + 1, chunk)), withoutAccount };
}

function isDue(run: PayRun, entitlement: Entitlement, existing: ReadonlySet<PaymentId>): boolean {
  const isOurs = divisions.isWithin(entitlement.divisionCode, run.divisionCode);
  const isOfItsKind = isOneOff(entitlement) === (run.kind === 'ONE_OFF');
  const isOwed = isOfItsKind && isDueIn(entitlement, run.period, run.decidedBy);
  return isOurs && isOwed && !existing.has(paymentIdIn(run, entitlement));
}

interface Due {
  readonly entitlement: Entitlement;
  readonly payee: Payee;
}

const byProgramme = (due: readonly Due[]): Map<ProgrammeCode, Due[]> =>
  Map.groupBy(due, ({ entitlement }) => entitlement.programme);

function chunked(lines: readonly Due[]): Due[][] {
  const chunks = Math.ceil(lines.length / MAX_FILE_LINES);
  return Array.from({ length: chunks }, (_, i) => lines.slice(i * MAX_FILE_LINES, (i + 1) * MAX_FILE_LINES));
}

function fileOf(run: PayRun, number: number, chunk: readonly Due[]): DrawnPage['files'][number] {
  const batchNo = `${run.id}-${String(number).padStart(4, '0')}`;
  const lines = chunk.map((due, i) => lineOf(run, batchNo, i + 1, due));
  const [first] = lines;
  if (first === undefined) throw new RangeError('a bank file has at least one line');
  const file: BankFile = {
    id: batchNo,
    payRunId: run.id,
    divisionCode: run.divisionCode,
    programme: first.programme,
    period: run.period,
    count: lines.length,
    totalFen: fen.sum(lines.map(({ amountFen }) => amountFen)),
    linesHash: linesHash(lines),
    status: 'drawn',
    results: 0,
    openCount: lines.length,
  };
  return { file, lines };
}

function lineOf(run: PayRun, batchNo: string, line: number, { entitlement, payee }: Due): Payment {
  const { origin, personId, divisionCode, programme } = entitlement;
  return {
    id: paymentIdIn(run, entitlement),
    payRunId: run.id,
    batchNo,
    line,
    entitlementId: entitlement.id,
    origin,
    personId,
    divisionCode,
    programme,
    ...identityIn(run, entitlement),
    amountFen: sumOf(entitlement),
    accountId: payee.accountId,
    last4: payee.last4,
    status: 'planned',
  };
}
