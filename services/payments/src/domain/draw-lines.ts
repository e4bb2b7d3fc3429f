import { divisions, fen, paymentId } from '@minzheng/types';
import type { AccountId, PaymentId, ProgrammeCode } from '@minzheng/types';
import { MAX_FILE_LINES } from './bank-file.ts';
import type { BankFile } from './bank-file.ts';
import { isDueIn, isOneOff, sumOf } from './entitlement.ts';
import type { Entitlement } from './entitlement.ts';
import { linesHash } from './lines-hash.ts';
import type { Payment } from './payment.ts';
import type { PayRun } from './pay-run.ts';
import { replacementId } from './reissue.ts';

/** As much of an account as a line needs. */
export interface Payee {
  readonly accountId: AccountId;
  readonly last4: string;
}

/** A rejected or returned payment that is to be made again, and where to. */
export interface Replacement {
  readonly replaced: Payment;
  readonly payee: Payee;
}

/** One page of what may be due, with what is known of it. */
export interface Candidates {
  readonly entitlements: readonly Entitlement[];
  /** Where an entitlement is paid to; undefined while there is no account. */
  readonly payeeOf: (entitlement: Entitlement) => Payee | undefined;
  /** 退票重发, each with an account that may be used. */
  readonly replacements: readonly Replacement[];
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

/** One line per entitlement and month and per sum to be paid again, or per sum owed once, in files of one programme each. */
export function drawLines(run: PayRun, { entitlements, payeeOf, replacements, existing }: Candidates): DrawnPage {
  const due = entitlements.filter((entitlement) => isDue(run, entitlement, existing));
  const normal = due.flatMap((entitlement) => {
    const payee = payeeOf(entitlement);
    return payee === undefined ? [] : [normalSum(run, entitlement, payee)];
  });
  const again = replacements.map(replacementSum).filter(({ id }) => !existing.has(id));
  const withoutAccount = due.filter((entitlement) => payeeOf(entitlement) === undefined);
  const chunks = [...byProgramme([...normal, ...again])].flatMap(([, sums]) => chunked(sums));
  return { files: chunks.map((chunk, i) => fileOf(run, run.fileCount + i + 1, chunk)), withoutAccount };
}

function isDue(run: PayRun, entitlement: Entitlement, existing: ReadonlySet<PaymentId>): boolean {
  const isOurs = divisions.isWithin(entitlement.divisionCode, run.divisionCode);
  const isOfItsKind = isOneOff(entitlement) === (run.kind === 'ONE_OFF');
  const isOwed = isOfItsKind && isDueIn(entitlement, run.period, run.decidedBy);
  return isOurs && isOwed && !existing.has(paymentIdIn(run, entitlement));
}

/** A payment before it has its place in a file. */
type Sum = Omit<Payment, 'payRunId' | 'batchNo' | 'line' | 'status'>;

const byProgramme = (sums: readonly Sum[]): Map<ProgrammeCode, Sum[]> =>
  Map.groupBy(sums, ({ programme }) => programme);

function chunked(sums: readonly Sum[]): Sum[][] {
  const chunks = Math.ceil(sums.length / MAX_FILE_LINES);
  return Array.from({ length: chunks }, (_, i) => sums.slice(i * MAX_FILE_LINES, (i + 1) * MAX_FILE_LINES));
}

function fileOf(run: PayRun, number: number, chunk: readonly Sum[]): DrawnPage['files'][number] {
  const batchNo = `${run.id}-${String(number).padStart(4, '0')}`;
  const lines = chunk.map((sum, i): Payment => ({ ...sum, payRunId: run.id, batchNo, line: i + 1, status: 'planned' }));
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

function normalSum(run: PayRun, entitlement: Entitlement, { accountId, last4 }: Payee): Sum {
  const { origin, personId, divisionCode, programme } = entitlement;
  return {
    id: paymentIdIn(run, entitlement),
    entitlementId: entitlement.id,
    origin,
    personId,
    divisionCode,
    programme,
    ...identityIn(run, entitlement),
    amountFen: sumOf(entitlement),
    accountId,
    last4,
  };
}

/** The same sum for the same month once more, as a payment of its own. */
function replacementSum({ replaced, payee: { accountId, last4 } }: Replacement): Sum {
  const { entitlementId, origin, personId, divisionCode, programme, period, amountFen } = replaced;
  return {
    id: replacementId(replaced),
    entitlementId,
    origin,
    personId,
    divisionCode,
    programme,
    period,
    kind: 'RETURN',
    causeId: replaced.id,
    replacesId: replaced.id,
    amountFen,
    accountId,
    last4,
  };
}
