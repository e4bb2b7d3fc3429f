import {
  decided,
  DivisionCode,
  EntitlementId,
  Fen,
  fen,
  Instant,
  LocalDate,
  moved,
  PaymentId,
  PayRunApproved,
  PayRunCompleted,
  PayRunId,
  PayRunReleased,
  PayRunSubmitted,
  Period,
  refuse,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import type { BankFile } from './bank-file.ts';
import { chained } from './lines-hash.ts';

/** How many entitlements without an account a run names; the tasks name them all. */
export const MAX_NAMED_WITHOUT_ACCOUNT = 100;

export const PayRunStatus = z.enum([
  /** 制单中 */ 'drawing',
  /** 已制单 */ 'drawn',
  /** 待复核 */ 'submitted',
  /** 已复核 */ 'approved',
  /** 已放行 */ 'released',
  /** 已完成 */ 'completed',
]);
export type PayRunStatus = z.infer<typeof PayRunStatus>;

/** What a run draws: a month's sums, or what is owed once and at once (PAY-1 kinds). */
export const PayRunKind = z.enum(['NORMAL', 'ONE_OFF']);
export type PayRunKind = z.infer<typeof PayRunKind>;

/** 发放批次: one month's payments together, drawn up, approved and released by three different people. */
export const PayRun = z.strictObject({
  id: PayRunId,
  divisionCode: DivisionCode,
  period: Period,
  kind: PayRunKind.default('NORMAL'),
  status: PayRunStatus,
  count: z.int().nonnegative(),
  totalFen: Fen.nonnegative(),
  linesHash: z.string(),
  fileCount: z.int().nonnegative(),
  /** The last entitlement looked at while drawing. */
  cursor: z.string().optional(),
  /** The last sum to be paid again looked at while drawing. */
  reissueCursor: PaymentId.optional(),
  /** PAY-1: decisions up to this day are paid. */
  decidedBy: LocalDate,
  /** PAY-1. */
  payDay: LocalDate,
  settledCount: z.int().nonnegative(),
  rejectedCount: z.int().nonnegative(),
  withoutAccount: z.strictObject({
    count: z.int().nonnegative(),
    entitlementIds: z.array(EntitlementId).max(MAX_NAMED_WITHOUT_ACCOUNT),
  }),
  drawnBy: z.string(),
  drawnAt: Instant,
  submittedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  releasedBy: z.string().optional(),
});
export type PayRun = z.infer<typeof PayRun>;

export type PayRunCommand = 'draw' | 'end-drawing' | 'submit' | 'approve' | 'release' | 'answer' | 'complete';

export const payRunTransitions = {
  drawing: { draw: 'drawing', 'end-drawing': 'drawn' },
  drawn: { submit: 'submitted' },
  submitted: { approve: 'approved' },
  approved: { release: 'released' },
  released: { answer: 'released', complete: 'completed' },
  completed: {},
} as const satisfies Transitions<PayRunStatus, PayRunCommand>;

/** What an officer has seen and puts their name to. */
export interface Exactly {
  readonly linesHash: string;
  readonly totalFen: number;
}

/** One page of what is due, drawn into files. */
export interface Drawn {
  readonly files: readonly BankFile[];
  readonly withoutAccount: readonly EntitlementId[];
  readonly cursor: string | undefined;
  readonly reissueCursor: PaymentId | undefined;
  readonly isLastPage: boolean;
}

type Change = (moved: PayRun) => ReturnType<typeof decided<PayRun>>;

const move = (run: PayRun, command: PayRunCommand, change: Change): Decision<PayRun> =>
  moved(payRunTransitions, 'pay-run.transition-not-there', run, command, change);

type Opening = Pick<PayRun, 'id' | 'divisionCode' | 'period' | 'drawnBy' | 'drawnAt' | 'decidedBy' | 'payDay'> &
  Partial<Pick<PayRun, 'kind'>>;

/** A run with nothing in it yet. */
export function openPayRun(opening: Opening): Decision<PayRun> {
  return decided({
    kind: 'NORMAL',
    ...opening,
    status: 'drawing',
    count: 0,
    totalFen: fen.zero,
    linesHash: opening.id,
    fileCount: 0,
    settledCount: 0,
    rejectedCount: 0,
    withoutAccount: { count: 0, entitlementIds: [] },
  });
}

export function drawIntoPayRun(run: PayRun, page: Drawn): Decision<PayRun> {
  const { files, withoutAccount, cursor, reissueCursor, isLastPage } = page;
  return move(run, isLastPage ? 'end-drawing' : 'draw', (drawn) => {
    const named = [...run.withoutAccount.entitlementIds, ...withoutAccount];
    return decided({
      ...drawn,
      count: files.reduce((sum, { count }) => sum + count, run.count),
      totalFen: fen.sum([run.totalFen, ...files.map(({ totalFen }) => totalFen)]),
      linesHash: files.reduce(chained, run.linesHash),
      fileCount: run.fileCount + files.length,
      ...(cursor !== undefined && { cursor }),
      ...(reissueCursor !== undefined && { reissueCursor }),
      withoutAccount: {
        count: run.withoutAccount.count + withoutAccount.length,
        entitlementIds: named.slice(0, MAX_NAMED_WITHOUT_ACCOUNT),
      },
    });
  });
}

/** The maker hands the run to the checker. */
export function submitPayRun(run: PayRun, by: string): Decision<PayRun> {
  if (run.status === 'drawn' && run.count === 0) return refuse('pay-run.nothing-due');
  return move(run, 'submit', (submitted) =>
    decided({ ...submitted, submittedBy: by }, PayRunSubmitted.of({ ...told(run), data: totals(run) })),
  );
}

/** 复核: somebody else puts their name to exactly these lines. */
export function approvePayRun(run: PayRun, by: string, seen: Exactly): Decision<PayRun> {
  if ([run.drawnBy, run.submittedBy].includes(by)) return refuse('pay-run.approved-by-its-maker');
  if (!isExactly(run, seen)) return refuse('pay-run.totals-changed');
  return move(run, 'approve', (approved) =>
    decided({ ...approved, approvedBy: by }, PayRunApproved.of({ ...told(run), data: totals(run) })),
  );
}

/** 放行: a third person lets the money go. Whether the budget covers it is the budget's decision in the same commit. */
export function releasePayRun(run: PayRun, by: string, seen: Exactly): Decision<PayRun> {
  if ([run.drawnBy, run.submittedBy, run.approvedBy].includes(by)) {
    return refuse('pay-run.released-by-maker-or-checker');
  }
  if (!isExactly(run, seen)) return refuse('pay-run.totals-changed');
  return move(run, 'release', (released) =>
    decided({ ...released, releasedBy: by }, PayRunReleased.of({ ...told(run), data: totals(run) })),
  );
}

/** The bank has answered for some lines; with the last of them the run is complete. */
export function answerPayRun(run: PayRun, settled: number, rejected: number): Decision<PayRun> {
  const settledCount = run.settledCount + settled;
  const rejectedCount = run.rejectedCount + rejected;
  const isComplete = settledCount + rejectedCount === run.count;
  return move(run, isComplete ? 'complete' : 'answer', (answered) => {
    const state = { ...answered, settledCount, rejectedCount };
    if (!isComplete) return decided(state);
    return decided(state, PayRunCompleted.of({ ...told(run), data: { ...totals(run), settledCount, rejectedCount } }));
  });
}

const isExactly = (run: PayRun, seen: Exactly): boolean =>
  run.linesHash === seen.linesHash && run.totalFen === seen.totalFen;

const told = ({ id, divisionCode }: PayRun) => ({ subject: id, divisionCode });
const totals = ({ id, period, count, totalFen }: PayRun) => ({ payRunId: id, period, count, totalFen });
