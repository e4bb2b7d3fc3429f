import { instant, Instant, localDate, LocalDate, ReturnCode } from '@minzheng/types';
import type { CivilClock } from '@minzheng/types';
import { z } from 'zod';
import { readBatch, sha256, writeResults } from './batch-file.ts';
import type { BatchItem, BookedItem } from './batch-file.ts';
import type { Journal } from '@minzheng/simulator';
import type { Control, ReturnRule, Temper } from './temper.ts';

/** In the morning the bank says what has come back. */
const OPENS_MS = 8 * 3_600_000;
/** What is told of returns at a time. */
const PAGE = 100;

/** 退票: a payment that was made and has come back, numbered from 1 in the order in which it did. */
export const ReturnLine = z.strictObject({
  number: z.int().positive(),
  txnRef: z.string(),
  amountFen: z.int(),
  code: ReturnCode,
  returnedOn: LocalDate,
});
export type ReturnLine = z.infer<typeof ReturnLine>;

const Entry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('received'), batchNo: z.string(), file: z.base64() }),
  z.strictObject({
    type: z.literal('booked'),
    batchNo: z.string(),
    items: z.array(
      z.strictObject({
        txnRef: z.string(),
        amountFen: z.int(),
        result: z.enum(['S', 'F']),
        reason: z.string(),
        bookedOn: z.string(),
      }),
    ),
  }),
  z.strictObject({ type: z.literal('return-ordered'), txnRef: z.string(), code: ReturnCode, dueAt: Instant }),
  z.strictObject({ type: z.literal('returned'), line: ReturnLine }),
]);
type Entry = z.infer<typeof Entry>;

interface Batch {
  readonly batchNo: string;
  readonly sha256: string;
  readonly items: readonly BatchItem[];
  readonly booked: ReadonlyMap<string, BookedItem>;
}

/** What is known of a file: 'received' until every line of it has been worked on. */
export interface Standing {
  readonly batchNo: string;
  readonly status: 'received' | 'processed';
  readonly sha256: string;
}

export type Submission =
  | { ok: true; standing: Standing; isNew: boolean }
  | { ok: false; code: 'bad-shape' | 'bad-totals' | 'bad-hash' | 'other-content' };

/** A payment on the payer's statement. */
export interface StatementLine extends BatchItem {
  readonly batchNo: string;
  readonly bookedOn: string;
}

/** The bank's memory: every file by its number, every payment by its reference. What is in the journal has happened. */
export class Bank {
  readonly #journal: Journal;
  readonly #temper: Temper;
  readonly #clock: CivilClock;
  readonly #batches = new Map<string, Batch>();
  readonly #owners = new Map<string, string>();
  readonly #onTheWayBack = new Map<string, { readonly code: ReturnCode; readonly dueAt: Instant }>();
  readonly #returns: ReturnLine[] = [];
  /** Entries written since it opened. */
  moves = 0;

  constructor(journal: Journal, temper: Temper, clock: CivilClock) {
    this.#journal = journal;
    this.#temper = temper;
    this.#clock = clock;
    for (const line of journal.lines) this.#remember(Entry.parse(line));
  }

  /** Takes a file once: the same content under the same number is the same file, other content is refused. */
  submit(batchNo: string, bytes: Buffer): Submission {
    const read = readBatch(bytes);
    if (!read.ok) return read;
    if (read.file.batchNo !== batchNo) return { ok: false, code: 'bad-shape' };
    const known = this.#batches.get(batchNo);
    if (known && known.sha256 !== sha256(bytes)) return { ok: false, code: 'other-content' };
    if (!known) this.#write({ type: 'received', batchNo, file: bytes.toString('base64') });
    return { ok: true, standing: this.#standing(batchNo), isNew: known === undefined };
  }

  find(batchNo: string): Standing | undefined {
    return this.#batches.has(batchNo) ? this.#standing(batchNo) : undefined;
  }

  /** Files not yet worked on. */
  waiting(): string[] {
    return [...this.#batches.values()].filter(({ booked }) => booked.size === 0).map(({ batchNo }) => batchNo);
  }

  /** Works on a file: pays, refuses, or leaves in doubt. A file is worked on once. */
  process(batchNo: string): void {
    const batch = this.#batches.get(batchNo);
    if (!batch || batch.booked.size > 0) return;
    this.#finish(
      batchNo,
      batch.items.map((item) => this.#worked(batchNo, item)),
    );
  }

  /** Ends what was in doubt. False when there is no such payment. */
  resolve({ txnRef, code }: NonNullable<Control['resolve']>): boolean {
    const item = this.#itemOf(txnRef);
    if (!item || isFinal(item)) return false;
    this.#finish(this.#owners.get(txnRef) ?? '', [code === undefined ? this.#paid(item) : refused(item, code)]);
    return true;
  }

  /** Has a payment come back that was made before it was told so. A payment comes back once. */
  orderReturn(txnRef: string): void {
    const rule = this.#itemOf(txnRef)?.result === 'S' ? this.#temper.returnOf(txnRef) : undefined;
    if (rule === undefined || this.#onTheWayBack.has(txnRef) || this.#returns.some((line) => line.txnRef === txnRef))
      return;
    this.#order(txnRef, rule);
  }

  /** What has come back since the return of that number, oldest first, at most 100. */
  returns(after: number): ReturnLine[] {
    this.#comeBack();
    return this.#returns.filter(({ number }) => number > after).slice(0, PAGE);
  }

  /** Everything that has come back. */
  returned(): readonly ReturnLine[] {
    this.#comeBack();
    return this.#returns;
  }

  /** When the next payment comes back; undefined when none is to. */
  nextReturnAt(): Instant | undefined {
    this.#comeBack();
    return [...this.#onTheWayBack.values()].map(({ dueAt }) => dueAt).toSorted()[0];
  }

  /** The result file; undefined before the file has been worked on. */
  results(batchNo: string): Buffer | undefined {
    const batch = this.#batches.get(batchNo);
    return batch && batch.booked.size > 0 ? writeResults(batchNo, [...batch.booked.values()]) : undefined;
  }

  /** Everything that was paid, in the order of the files. */
  statement(): StatementLine[] {
    return [...this.#batches.values()].flatMap(({ batchNo, booked }) =>
      [...booked.values()]
        .filter(({ result }) => result === 'S')
        .map(({ txnRef, amountFen, bookedOn }) => ({ batchNo, txnRef, amountFen, bookedOn })),
    );
  }

  #itemOf(txnRef: string): BookedItem | undefined {
    return this.#batches.get(this.#owners.get(txnRef) ?? '')?.booked.get(txnRef);
  }

  #finish(batchNo: string, items: readonly BookedItem[]): void {
    this.#write({ type: 'booked', batchNo, items: [...items] });
    for (const { txnRef, result } of items) {
      const rule = result === 'S' ? this.#temper.returnOf(txnRef) : undefined;
      if (rule !== undefined) this.#order(txnRef, rule);
    }
  }

  #order(txnRef: string, { code, afterDays }: ReturnRule): void {
    const day = localDate.addDays(this.#clock.today(), afterDays);
    const dueAt = afterDays === 0 ? this.#clock.now() : instant.plus(instant.startOfDay(day), OPENS_MS);
    this.#write({ type: 'return-ordered', txnRef, code, dueAt });
  }

  /** The money is back at its hour, whoever looks when; in one order for ever. */
  #comeBack(): void {
    const now = this.#clock.now();
    const due = [...this.#onTheWayBack].filter(([, { dueAt }]) => dueAt <= now);
    const inOrder = due.toSorted(([a, first], [b, second]) => (first.dueAt + a < second.dueAt + b ? -1 : 1));
    for (const [txnRef, { code, dueAt }] of inOrder) {
      const { amountFen } = this.#itemOf(txnRef) as BookedItem;
      const line = { number: this.#returns.length + 1, txnRef, amountFen, code, returnedOn: instant.civilDate(dueAt) };
      this.#write({ type: 'returned', line });
    }
  }

  #worked(batchNo: string, item: BatchItem): BookedItem {
    // A reference that another file has brought before is never paid a second time.
    if (this.#owners.get(item.txnRef) !== batchNo) return refused(item, 'R10');
    const code = this.#temper.codeFor(item.txnRef);
    return code === undefined ? this.#paid(item) : refused(item, code);
  }

  #paid({ txnRef, amountFen }: BatchItem): BookedItem {
    return { txnRef, amountFen, result: 'S', reason: '', bookedOn: this.#clock.today() };
  }

  #standing(batchNo: string): Standing {
    const { sha256: digest, booked } = this.#batches.get(batchNo) as Batch;
    return { batchNo, status: booked.size > 0 ? 'processed' : 'received', sha256: digest };
  }

  #write(entry: Entry): void {
    this.#journal.append(entry);
    this.moves += 1;
    this.#remember(entry);
  }

  #remember(entry: Entry): void {
    switch (entry.type) {
      case 'received':
        return this.#receive(entry.batchNo, Buffer.from(entry.file, 'base64'));
      case 'booked':
        return this.#book(entry.batchNo, entry.items);
      case 'return-ordered':
        return void this.#onTheWayBack.set(entry.txnRef, entry);
      case 'returned':
        this.#onTheWayBack.delete(entry.line.txnRef);
        this.#returns.push(entry.line);
    }
  }

  #receive(batchNo: string, bytes: Buffer): void {
    const read = readBatch(bytes);
    if (!read.ok) throw new Error(`the journal holds a file that does not add up: ${batchNo}`);
    this.#batches.set(batchNo, { batchNo, sha256: sha256(bytes), items: read.file.items, booked: new Map() });
    for (const { txnRef } of read.file.items) {
      if (!this.#owners.has(txnRef)) this.#owners.set(txnRef, batchNo);
    }
  }

  #book(batchNo: string, items: readonly BookedItem[]): void {
    const batch = this.#batches.get(batchNo) as Batch;
    const booked = new Map([...batch.booked, ...items.map((item) => [item.txnRef, item] as const)]);
    this.#batches.set(batchNo, { ...batch, booked });
  }
}

const refused = ({ txnRef, amountFen }: BatchItem, reason: string): BookedItem => ({
  txnRef,
  amountFen,
  result: 'F',
  reason,
  bookedOn: '',
});

const isFinal = ({ result, reason }: BookedItem): boolean => result === 'S' || (result === 'F' && reason !== 'R09');
