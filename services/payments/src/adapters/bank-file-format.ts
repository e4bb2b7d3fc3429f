import type { ItemResult } from '../domain/answers.ts';
import type { BankFile } from '../domain/bank-file.ts';
import type { Payment } from '../domain/payment.ts';
import type { LocalDate } from '@minzheng/types';

/** A line with what only the bank may see of the payee. */
export interface PayeeLine {
  readonly payment: Payment;
  readonly holderName: string;
  readonly accountNumber: string;
  readonly bankCode: string;
}

/** Everything that one file says. */
export interface Batch {
  readonly file: BankFile;
  readonly bizDate: LocalDate;
  readonly payerAccount: string;
  readonly lines: readonly PayeeLine[];
}

export type ParsedResults =
  | { ok: true; batchNo: string; items: readonly ItemResult[] }
  | { ok: false; error: 'BAD_SHAPE' | 'BAD_TOTALS' | 'BAD_HASH' };

/** A bank's own format: what we send and what it answers, as bytes. */
export interface BankFileFormat {
  /** The same batch always gives the same bytes. */
  render(batch: Batch): Buffer;
  /** The whole file or nothing: a wrong count, sum or hash rejects it. */
  parse(bytes: Buffer): ParsedResults;
}
