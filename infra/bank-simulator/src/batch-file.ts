import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { z } from 'zod';

const ENCODING = 'gb18030';
const END = '\r\n';

/** One payment as the file asks for it. */
export interface BatchItem {
  readonly txnRef: string;
  readonly amountFen: number;
}

/** A file that adds up. */
export interface BatchFile {
  readonly batchNo: string;
  readonly items: readonly BatchItem[];
}

/** What became of one payment: S paid, F refused for a reason, of which R09 says that nobody knows yet. */
export interface BookedItem extends BatchItem {
  readonly result: 'S' | 'F';
  readonly reason: string;
  readonly bookedOn: string;
}

export type ReadBatch = { ok: true; file: BatchFile } | { ok: false; code: 'bad-shape' | 'bad-totals' | 'bad-hash' };

const whole = z.coerce.number().int().positive();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().min(1);
const Header = z.tuple([
  z.literal('H'),
  z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  text,
  text,
  text,
  z.literal('CNY'),
  whole,
  whole,
  hash,
]);
const Detail = z.tuple([
  z.literal('D'),
  whole,
  z.string().regex(/^[0-9a-z]{32}$/),
  text,
  z.string(),
  z.string(),
  z.string().regex(/^\d{13,19}$/),
  z.string().regex(/^\d{12}$/),
  whole,
  text,
  text,
]);
const Trailer = z.tuple([z.literal('T'), whole, whole, hash]);

/** Reads a whole file or rejects it whole: its shape, then count and sum, then both hashes. */
export function readBatch(bytes: Buffer): ReadBatch {
  const lines = iconv.decode(bytes, ENCODING).split(END);
  const records = lines.slice(0, -1).map((line) => line.split('|'));
  const header = Header.safeParse(records[0]);
  const details = z.array(Detail).min(1).safeParse(records.slice(1, -1));
  const trailer = Trailer.safeParse(records.at(-1));
  if (lines.at(-1) !== '' || !header.success || !details.success || !trailer.success) {
    return { ok: false, code: 'bad-shape' };
  }
  const [, batchNo, , , , , ...announced] = header.data;
  const [, ...closing] = trailer.data;
  const items = details.data.map(([, , txnRef, , , , , , amountFen]) => ({ txnRef, amountFen }));
  const totals = [items.length, items.reduce((sum, { amountFen }) => sum + amountFen, 0)];
  if (totals.some((total, i) => total !== announced[i] || total !== closing[i])) {
    return { ok: false, code: 'bad-totals' };
  }
  const isTrue = sha256(detailsOf(bytes)) === announced[2] && sha256(beforeTrailer(bytes)) === closing[2];
  return isTrue ? { ok: true, file: { batchNo, items } } : { ok: false, code: 'bad-hash' };
}

/** The result file of a batch, in the same format. */
export function writeResults(batchNo: string, items: readonly BookedItem[]): Buffer {
  const totals = [items.length, items.reduce((sum, { amountFen }) => sum + amountFen, 0)];
  const details = items.map(({ txnRef, amountFen, result, reason, bookedOn }, i) => {
    return ['D', i + 1, txnRef, amountFen, result, reason, bookedOn];
  });
  const before = encode([['R', batchNo, ...totals], ...details]);
  return Buffer.concat([before, encode([['T', ...totals, sha256(before)]])]);
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const encode = (records: readonly (readonly (string | number)[])[]): Buffer =>
  iconv.encode(records.map((fields) => `${fields.join('|')}${END}`).join(''), ENCODING);

const trailerAt = (bytes: Buffer): number => bytes.lastIndexOf(END, bytes.length - END.length - 1) + END.length;
const beforeTrailer = (bytes: Buffer): Buffer => bytes.subarray(0, trailerAt(bytes));
const detailsOf = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf(END) + END.length, trailerAt(bytes));
