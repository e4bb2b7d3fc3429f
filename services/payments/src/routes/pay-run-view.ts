import { Fen, LocalDate, PayRunId, Period } from '@minzheng/types';
import { z } from 'zod';
import { PayRun, PayRunKind, PayRunStatus } from '../domain/pay-run.ts';

const count = z.int().nonnegative();

/** A pay run as the finance staff see it; `linesHash` and `totalFen` are what they put their names to. */
export const PayRunView = z.strictObject({
  payRunId: PayRunId,
  period: Period,
  kind: PayRunKind,
  status: PayRunStatus,
  count,
  totalFen: Fen,
  linesHash: z.string(),
  settledCount: count,
  rejectedCount: count,
  withoutAccount: PayRun.shape.withoutAccount,
  payDay: LocalDate.optional(),
  drawnBy: z.string(),
  submittedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  releasedBy: z.string().optional(),
});
// Many replies hold it: the contract says it once.
z.globalRegistry.add(PayRunView, { id: 'PayRunView' });
export type PayRunView = z.input<typeof PayRunView>;

export function payRunView(run: PayRun): PayRunView {
  const { id, period, kind, status, totalFen, linesHash, settledCount, rejectedCount, withoutAccount } = run;
  const { payDay, drawnBy, submittedBy, approvedBy, releasedBy } = run;
  return {
    payRunId: id,
    period,
    kind,
    status,
    count: run.count,
    totalFen,
    linesHash,
    settledCount,
    rejectedCount,
    withoutAccount,
    ...(payDay !== undefined && { payDay }),
    drawnBy,
    ...(submittedBy !== undefined && { submittedBy }),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(releasedBy !== undefined && { releasedBy }),
  };
}
