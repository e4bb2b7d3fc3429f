import {
  decided,
  DivisionCode,
  Fen,
  Instant,
  instant,
  LocalDate,
  moved,
  PayRunId,
  Period,
  ProgrammeCode,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import { linesHash } from './lines-hash.ts';
import type { Payment } from './payment.ts';

/** One file is one chunk: what is decided, committed and sent together. */
export const MAX_FILE_LINES = 500;

export const BankFileStatus = z.enum([
  /** 已制单 */ 'drawn',
  /** 已复核 */ 'approved',
  /** 待报送 */ 'queued',
  /** 已报送; whether the bank has it is not yet said */ 'sent',
  /** 状态不明: the bank did not answer */ 'unknown',
  /** 银行已受理 */ 'accepted',
  /** 银行整批拒收 */ 'refused',
  /** 全部有结果 */ 'completed',
]);
export type BankFileStatus = z.infer<typeof BankFileStatus>;

/** 报送批次: lines of one programme that go to the bank together. Its id is the bank's `batchNo`, the same however often it is sent. */
export const BankFile = z.strictObject({
  id: z.string(),
  payRunId: PayRunId,
  divisionCode: DivisionCode,
  programme: ProgrammeCode,
  period: Period,
  count: z.int().min(1).max(MAX_FILE_LINES),
  totalFen: Fen.positive(),
  linesHash: z.string(),
  status: BankFileStatus,
  /** When the bank is to pay; set on release. */
  bizDate: LocalDate.optional(),
  sentAt: Instant.optional(),
  /** How many sets of results have been booked. */
  results: z.int().nonnegative(),
  openCount: z.int().nonnegative(),
});
export type BankFile = z.infer<typeof BankFile>;

export type BankFileCommand = 'approve' | 'queue' | 'send' | 'accept' | 'refuse' | 'lose-track' | 'book' | 'complete';

export const bankFileTransitions = {
  drawn: { approve: 'approved' },
  approved: { queue: 'queued' },
  queued: { send: 'sent' },
  sent: { accept: 'accepted', refuse: 'refused', 'lose-track': 'unknown' },
  unknown: { accept: 'accepted', refuse: 'refused' },
  accepted: { book: 'accepted', complete: 'completed' },
  refused: {},
  completed: {},
} as const satisfies Transitions<BankFileStatus, BankFileCommand>;

/** Deadlines of a file: to send it, and to ask what became of it. */
export const BANK_SUBMIT = 'bank.submit';
export const BANK_POLL = 'bank.poll';

type Change = (moved: BankFile) => ReturnType<typeof decided<BankFile>>;

const move = (file: BankFile, command: BankFileCommand, change: Change = decided): Decision<BankFile> =>
  moved(bankFileTransitions, 'bank-file.transition-not-there', file, command, change);

export const approveFile = (file: BankFile): Decision<BankFile> => move(file, 'approve');
export const acceptFile = (file: BankFile): Decision<BankFile> => move(file, 'accept');
export const refuseFile = (file: BankFile): Decision<BankFile> =>
  move(file, 'refuse', (refused) => decided({ ...refused, openCount: 0 }));
export const loseTrackOfFile = (file: BankFile): Decision<BankFile> => move(file, 'lose-track');
export const queueFile = (file: BankFile, bizDate: LocalDate): Decision<BankFile> =>
  move(file, 'queue', (queued) => decided({ ...queued, bizDate }));
export const sendFile = (file: BankFile, at: Instant): Decision<BankFile> =>
  move(file, 'send', (sent) => decided({ ...sent, sentAt: at }));

/** `answered` lines of the file have come to their end with this set of results. */
export function bookResults(file: BankFile, answered: number): Decision<BankFile> {
  const openCount = file.openCount - answered;
  return move(file, openCount === 0 ? 'complete' : 'book', (booked) =>
    decided({ ...booked, openCount, results: booked.results + 1 }),
  );
}

/** True when these are exactly the lines that were drawn, approved and released. */
export function holdsExactly(file: BankFile, lines: readonly Payment[]): boolean {
  return lines.length === file.count && linesHash(lines) === file.linesHash;
}

/** When the file goes out: at once on or after its day, else at the start of that day. */
export function sendAt(bizDate: LocalDate, now: Instant): Instant {
  const opening = instant.startOfDay(bizDate);
  return opening > now ? opening : now;
}
