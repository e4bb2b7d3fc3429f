import { createHash } from 'node:crypto';
import { LocalDate, ReturnCode } from '@minzheng/types';
import iconv from 'iconv-lite';
import { z } from 'zod';
import type { ItemAnswer, ItemResult } from '../domain/answers.ts';
import type { Batch, BankFileFormat, ParsedResults, PayeeLine } from './bank-file-format.ts';

const ENCODING = 'gb18030';
const END = '\r\n';
/** 资金用途, as it stands on the payee's statement. */
const PURPOSE = '社会救助';

/**
 * 国内分隔文本 (DOMAIN §3.2): GB 18030, one record a line, fields by '|'.
 * `H|batchNo|payerAcct|bizDate|programme|CNY|count|totalFen|sha256 of the details`
 * `D|seq|txnRef|payeeName|idType|idNoMasked|acctNo|bankCode|amountFen|purpose|benefitMonth`
 * `T|count|totalFen|sha256 of everything before`
 * Answers: `R|batchNo|count|totalFen`, `D|seq|txnRef|amountFen|S, F or P|reason|settledOn`, and the same trailer.
 * The ID fields stay empty: this service does not hold the number.
 */
export const delimitedFormat: BankFileFormat = { render, parse };

function render({ file, bizDate, payerAccount, lines }: Batch): Buffer {
  const details = encode(lines.map(detailOf));
  const totals = [file.count, file.totalFen];
  const header = ['H', file.id, payerAccount, bizDate, file.programme, 'CNY', ...totals, sha256(details)];
  const before = Buffer.concat([encode([header]), details]);
  return Buffer.concat([before, encode([['T', ...totals, sha256(before)]])]);
}

function detailOf({ payment, holderName, accountNumber, bankCode }: PayeeLine): (string | number)[] {
  const { line, id, amountFen, period } = payment;
  return ['D', line, id, holderName, '', '', accountNumber, bankCode, amountFen, PURPOSE, period];
}

const encode = (records: readonly (readonly (string | number)[])[]): Buffer =>
  iconv.encode(records.map((fields) => `${fields.join('|')}${END}`).join(''), ENCODING);

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const count = z.coerce.number().int().nonnegative();
const Header = z.tuple([z.literal('R'), z.string().min(1), count, count]);
const Trailer = z.tuple([z.literal('T'), count, count, z.string().regex(/^[0-9a-f]{64}$/)]);
const Detail = z.union([
  z.tuple([z.literal('D'), count, z.string(), count, z.literal('S'), z.literal(''), LocalDate]),
  z.tuple([z.literal('D'), count, z.string(), count, z.literal('F'), ReturnCode, z.literal('')]),
  z.tuple([z.literal('D'), count, z.string(), count, z.literal('P'), z.literal(''), z.literal('')]),
]);
type Detail = z.infer<typeof Detail>;

function parse(bytes: Buffer): ParsedResults {
  const records = iconv
    .decode(bytes, ENCODING)
    .split(END)
    .map((line) => line.split('|'));
  const header = Header.safeParse(records[0]);
  const trailer = Trailer.safeParse(records.at(-2));
  const details = z.array(Detail).safeParse(records.slice(1, -2));
  // The last line ends like all others, so that a file cut short anywhere is seen to be.
  const isWhole = records.at(-1)?.join('') === '';
  if (!header.success || !trailer.success || !details.success || !isWhole) return { ok: false, error: 'BAD_SHAPE' };
  const [, batchNo, ...announced] = header.data;
  const [, ...closing] = trailer.data;
  const items = details.data.map(itemOf);
  const totals = [items.length, items.reduce((sum, { amountFen }) => sum + amountFen, 0)];
  if (totals.some((total, i) => total !== announced[i] || total !== closing[i]))
    return { ok: false, error: 'BAD_TOTALS' };
  if (sha256(bytes.subarray(0, trailerAt(bytes))) !== closing[2]) return { ok: false, error: 'BAD_HASH' };
  return { ok: true, batchNo, items };
}

/** Where the last record begins. No character of GB 18030 holds these two bytes. */
function trailerAt(bytes: Buffer): number {
  return bytes.lastIndexOf(END, bytes.length - END.length - 1) + END.length;
}

function itemOf(detail: Detail): ItemResult {
  const [, , txnRef, amountFen] = detail;
  return { txnRef, amountFen, answer: answerOf(detail) };
}

function answerOf([, , , , result, reason, settledOn]: Detail): ItemAnswer {
  if (result === 'S') return { result: 'settled', settledOn };
  return result === 'F' ? { result: 'rejected', reason } : { result: 'pending' };
}
