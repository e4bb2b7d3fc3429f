import type { Fen, ProgrammeCode } from '@minzheng/types';
import { z } from 'zod';
import type { QuotaGrant } from '../budget.ts';
import { expenditureOf, payableOf } from './chart.ts';
import type { LedgerAccountId } from './chart.ts';

/** What is booked, by the rows of DOMAIN §3.5. */
export const LedgerEvent = z.enum([
  /** 额度下达 */ 'quota-granted',
  /** 发放复核 */ 'roll-approved',
  /** 支付 */ 'paid',
  /** 银行拒付 */ 'rejected',
  /** 退票 */ 'returned',
  /** 退票重发 */ 'reissue-paid',
  /** 追缴决定 */ 'recovery-decided',
  /** 追缴款收回 */ 'repayment-received',
  /** 追缴撤回: what was still open of a decided recovery */ 'recovery-ended',
  /** 重复收回: what was repaid before the bank gave the payment back */ 'repayment-held',
  /** 追缴决定（以前年度） */ 'prior-year-recovery-decided',
  /** 追缴款收回（以前年度） */ 'prior-year-repayment-received',
  /** 追缴撤回（以前年度） */ 'prior-year-recovery-ended',
  /** 重复收回（以前年度） */ 'prior-year-repayment-held',
]);
export type LedgerEvent = z.infer<typeof LedgerEvent>;

/** One sum from one account to another, and why. */
export interface Entry {
  readonly event: LedgerEvent;
  /** With the event it is the transfer's id: the same cause is never booked twice. */
  readonly causeId: string;
  readonly debit: LedgerAccountId;
  readonly credit: LedgerAccountId;
  readonly amountFen: Fen;
}

type LineEvent = Exclude<LedgerEvent, 'quota-granted'>;

const SIDES: Readonly<
  Record<LineEvent, (programme: ProgrammeCode) => readonly [debit: LedgerAccountId, credit: LedgerAccountId]>
> = {
  'roll-approved': (programme) => [expenditureOf(programme), payableOf(programme)],
  paid: (programme) => [payableOf(programme), '1001'],
  rejected: (programme) => [payableOf(programme), '2501'],
  returned: () => ['1001', '2501'],
  'reissue-paid': () => ['2501', '1001'],
  'recovery-decided': (programme) => ['1231', expenditureOf(programme)],
  'repayment-received': () => ['1001', '1231'],
  'recovery-ended': (programme) => [expenditureOf(programme), '1231'],
  'repayment-held': (programme) => [expenditureOf(programme), '2501'],
  'prior-year-recovery-decided': () => ['1231', '2601'],
  'prior-year-repayment-received': () => ['1002', '1231'],
  'prior-year-recovery-ended': () => ['2601', '1231'],
  'prior-year-repayment-held': () => ['2601', '2501'],
};

export function quotaGranted({ id, source, amountFen }: QuotaGrant): Entry {
  return { event: 'quota-granted', causeId: id, debit: '1001', credit: `4001.${source}`, amountFen };
}

/** The entry for lines of one programme; none for a sum of zero. */
export function entryFor(event: LineEvent, causeId: string, programme: ProgrammeCode, amountFen: Fen): Entry[] {
  if (amountFen === 0) return [];
  const [debit, credit] = SIDES[event](programme);
  return [{ event, causeId, debit, credit, amountFen }];
}
