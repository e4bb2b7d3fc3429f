import { createHash } from 'node:crypto';
import { OutboundFault } from '@minzheng/http';
import { localDate } from '@minzheng/types';
import type { Fen, ReturnCode } from '@minzheng/types';
import iconv from 'iconv-lite';
import type { Bank, FileStanding } from '../src/adapters/bank.ts';
import type { ToldReturn } from '../src/domain/bank-return.ts';

/** How the next calls go. 'killed-after': the bank acts, and we die before we hear of it. */
export type BankMood =
  | 'well'
  | 'away'
  | 'silent-after-accepting'
  | 'silent-before-accepting'
  | 'killed-after'
  | 'refusing-files'
  | 'refusing-a-payment'
  | 'half-a-file'
  | 'repeating-returns';

interface Item {
  readonly txnRef: string;
  readonly amountFen: number;
  code: ReturnCode | undefined;
}

class Killed extends Error {}

/** A bank in memory with the contract of the real one: a file once per number, a reference once for ever. */
export class FakeBank implements Bank {
  #mood: BankMood = 'well';
  #code: ReturnCode = 'R03';
  readonly #returns: ToldReturn[] = [];
  readonly #files = new Map<string, { readonly items: Item[] }>();

  feel(mood: BankMood, code: ReturnCode): void {
    [this.#mood, this.#code] = [mood, code];
  }

  /** Well again; and what nobody knew the outcome of turns out to be paid. */
  heal(): void {
    this.#mood = 'well';
    for (const { items } of this.#files.values()) {
      for (const item of items) if (item.code === 'R09') item.code = undefined;
    }
  }

  isOurs(error: unknown): boolean {
    return error instanceof Killed || (error instanceof Error && error.name === 'ResultsBroken');
  }

  paid(): Item[] {
    return [...this.#files.values()].flatMap(({ items }) => items.filter(({ code }) => code === undefined));
  }

  /** A paid payment comes back; one that has come back is told once more, under another number. */
  giveBack(index: number, code: ReturnCode): void {
    const paid = this.paid();
    const item = paid[index % Math.max(1, paid.length)];
    if (item === undefined) return;
    const { txnRef, amountFen } = item;
    const number = this.#returns.length + 1;
    this.#returns.push({ number, txnRef, amountFen: amountFen as Fen, code, returnedOn: localDate.of(2026, 12, 14) });
  }

  /** What left the bank's customer for good. */
  kept(): Item[] {
    const back = new Set(this.#returns.map(({ txnRef }) => txnRef));
    return this.paid().filter(({ txnRef }) => !back.has(txnRef));
  }

  async returns(after: number): Promise<readonly ToldReturn[]> {
    if (this.#mood === 'away') throw new OutboundFault('returns', 'no', 'refused');
    if (this.#mood === 'killed-after') throw new Killed();
    return this.#returns.filter(({ number }) => this.#mood === 'repeating-returns' || number > after).slice(0, 2);
  }

  async submit(batchNo: string, file: Buffer): Promise<'accepted' | 'refused'> {
    if (this.#mood === 'away') throw new OutboundFault('submit', 'no', 'refused');
    if (this.#mood === 'silent-before-accepting') throw new OutboundFault('submit', 'unknown', 'timed out');
    if (this.#mood === 'refusing-files') return 'refused';
    this.#take(batchNo, file);
    if (this.#mood === 'silent-after-accepting') throw new OutboundFault('submit', 'unknown', 'timed out');
    if (this.#mood === 'killed-after') throw new Killed();
    return 'accepted';
  }

  async inquire(batchNo: string): Promise<FileStanding> {
    if (this.#mood === 'away') throw new OutboundFault('inquire', 'no', 'refused');
    return this.#files.has(batchNo) ? 'processed' : 'unknown';
  }

  async results(batchNo: string): Promise<Buffer | undefined> {
    if (this.#mood === 'away') throw new OutboundFault('results', 'no', 'refused');
    const file = this.#files.get(batchNo);
    const bytes = file && resultsOf(batchNo, file.items);
    return this.#mood === 'half-a-file' ? bytes?.subarray(0, bytes.length / 2) : bytes;
  }

  #take(batchNo: string, bytes: Buffer): void {
    // A real bank would take it for the same file; here it is the proof that we have not asked before sending again.
    if (this.#files.has(batchNo)) throw new Error(`${batchNo} was sent blind although the bank has it`);
    const code = this.#mood === 'refusing-a-payment' ? this.#code : undefined;
    const items = itemsOf(bytes).map((item, i) => ({ ...item, code: i === 0 ? code : undefined }));
    this.#files.set(batchNo, { items });
  }
}

function itemsOf(bytes: Buffer): { txnRef: string; amountFen: number }[] {
  const lines = iconv.decode(bytes, 'gb18030').split('\r\n');
  const details = lines.map((line) => line.split('|')).filter(([type]) => type === 'D');
  return details.map((fields) => ({ txnRef: fields[2] ?? '', amountFen: Number(fields[8]) }));
}

function resultsOf(batchNo: string, items: readonly Item[]): Buffer {
  const totals = `${items.length}|${items.reduce((sum, { amountFen }) => sum + amountFen, 0)}`;
  const details = items.map(({ txnRef, amountFen, code }, i) => {
    const answer = code === undefined ? 'S||2026-11-24' : `F|${code}|`;
    return `D|${i + 1}|${txnRef}|${amountFen}|${answer}\r\n`;
  });
  const before = Buffer.from(`R|${batchNo}|${totals}\r\n${details.join('')}`);
  const hash = createHash('sha256').update(before).digest('hex');
  return Buffer.concat([before, Buffer.from(`T|${totals}|${hash}\r\n`)]);
}
