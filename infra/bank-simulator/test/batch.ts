import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const encode = (lines: readonly string[]): Buffer =>
  iconv.encode(lines.map((line) => `${line}\r\n`).join(''), 'gb18030');

export const txnRef = (n: number): string => `202612${String(n).padStart(26, '0')}`;

/** What is to be wrong with a file. */
export interface Flaws {
  readonly count?: number;
  readonly totalFen?: number;
  readonly headerHash?: string;
  readonly trailerHash?: string;
  readonly cardNumber?: string;
}

/** A file as a client writes it, one payment of n × 100 fen for each number. */
export function batchFile(batchNo: string, numbers: readonly number[], flaws: Flaws = {}): Buffer {
  const { count = numbers.length, totalFen = numbers.reduce((sum, n) => sum + n * 100, 0) } = flaws;
  const { cardNumber = '6217000000000000111' } = flaws;
  const details = encode(
    numbers.map((n, i) => `D|${i + 1}|${txnRef(n)}|样例𠮷|||${cardNumber}|102333000001|${n * 100}|社会救助|2026-12`),
  );
  const hash = flaws.headerHash ?? sha256(details);
  const header = encode([`H|${batchNo}|QUOTA|2026-11-24|DB|CNY|${count}|${totalFen}|${hash}`]);
  const before = Buffer.concat([header, details]);
  return Buffer.concat([before, encode([`T|${count}|${totalFen}|${flaws.trailerHash ?? sha256(before)}`])]);
}

/** The detail lines of a result file. */
export function resultLines(base64: string): string[] {
  const lines = iconv.decode(Buffer.from(base64, 'base64'), 'gb18030').split('\r\n');
  return lines.filter((line) => line.startsWith('D|'));
}
