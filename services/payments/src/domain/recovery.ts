import {
  calendar,
  decided,
  digestId,
  DivisionCode,
  EntitlementId,
  Fen,
  fen,
  instant,
  localDate,
  LocalDate,
  moved,
  PaymentId,
  PayRunId,
  Period,
  PersonId,
  ProgrammeCode,
  RecoveryDecided,
  RecoveryId,
  RecoveryKind,
  RecoveryNoticed,
  RecoveryRepaid,
  RecoveryWithdrawn,
  refuse,
  withDeadlines,
  WithdrawalReason,
} from '@minzheng/types';
import type { Decided, Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import type { Payment } from './payment.ts';

export const RecoveryStatus = z.enum([
  /** 已告知: the time to answer runs */ 'noticed',
  /** 已申辩 */ 'answered',
  /** 逾期未申辩: the time to answer has run out */ 'unanswered',
  /** 待审批: one officer has proposed to ask the sum back */ 'proposed',
  /** 已决定: another has approved it; what is not repaid is receivable */ 'decided',
  /** 已结清: all is repaid */ 'closed',
  /** 已撤回: asked back no more */ 'withdrawn',
]);
export type RecoveryStatus = z.infer<typeof RecoveryStatus>;

const MAX_ANSWER = 2_000;

/** 申辩: what is said against it. `recordedBy` is the officer who entered what came on paper. */
export const Answer = z.strictObject({
  text: z.string().trim().min(1).max(MAX_ANSWER),
  givenOn: LocalDate,
  recordedBy: z.string().optional(),
});
export type Answer = z.infer<typeof Answer>;

/** 追缴: a sum that was paid and is not owed, asked back once. Its id follows from the payment. */
export const Recovery = z.strictObject({
  id: RecoveryId,
  kind: RecoveryKind,
  paymentId: PaymentId,
  /** The run it was paid in: its budget is the one that is made whole. */
  payRunId: PayRunId,
  entitlementId: EntitlementId,
  personId: PersonId,
  divisionCode: DivisionCode,
  programme: ProgrammeCode,
  period: Period,
  amountFen: Fen.positive(),
  repaidFen: Fen.nonnegative(),
  settledOn: LocalDate,
  sample: z.boolean(),
  status: RecoveryStatus,
  noticedOn: LocalDate,
  /** The last day to answer; provisional while a year's holidays are not known (CAL-6). */
  answerBy: LocalDate,
  provisional: z.boolean(),
  answer: Answer.optional(),
  proposedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  decidedOn: LocalDate.optional(),
  withdrawal: z.strictObject({ reason: WithdrawalReason, on: LocalDate, by: z.string().optional() }).optional(),
});
export type Recovery = z.infer<typeof Recovery>;

export type RecoveryCommand =
  | 'answer'
  | 'lapse'
  | 'propose'
  | 'approve'
  | 'receive'
  | 'receive-last'
  | 'withdraw'
  | 'come-back';

/** An answer that comes late is still heard until the decision; one to a proposal sends it back to be weighed again. */
export const recoveryTransitions = {
  noticed: { answer: 'answered', lapse: 'unanswered', 'come-back': 'withdrawn' },
  answered: { propose: 'proposed', withdraw: 'withdrawn', 'come-back': 'withdrawn' },
  unanswered: { answer: 'answered', propose: 'proposed', 'come-back': 'withdrawn' },
  proposed: { answer: 'answered', approve: 'decided', withdraw: 'withdrawn', 'come-back': 'withdrawn' },
  decided: { receive: 'decided', 'receive-last': 'closed', 'come-back': 'withdrawn' },
  closed: { 'come-back': 'withdrawn' },
  withdrawn: {},
} as const satisfies Transitions<RecoveryStatus, RecoveryCommand>;

/** The deadline at which the time to answer has run out. */
export const ANSWER_TERM = 'recovery.answer-term';
/** PAY-8: calendar days to answer. */
const ANSWER_DAYS = 15;

/** One recovery for a payment, for ever. */
export const recoveryId = (paymentId: PaymentId): RecoveryId => digestId(['recovery', paymentId]) as RecoveryId;

const move = (
  recovery: Recovery,
  command: RecoveryCommand,
  change: (state: Recovery) => Decided<Recovery>,
): Decision<Recovery> => moved(recoveryTransitions, 'recovery.transition-not-there', recovery, command, change);

/** PAY-8: whoever was paid what is not owed is told, and has fifteen days to answer. */
export function noticeRecovery(
  kind: RecoveryKind,
  { id: paymentId, payRunId, entitlementId, personId, divisionCode, programme, period, amountFen, settledOn }: Payment,
  { sample, today }: { readonly sample: boolean; readonly today: LocalDate },
): Decision<Recovery> {
  if (settledOn === undefined) throw new RangeError('only what was paid is asked back');
  const { date: answerBy, provisional } = calendar.endOfDays(today, ANSWER_DAYS);
  const recovery: Recovery = {
    id: recoveryId(paymentId),
    kind,
    paymentId,
    payRunId,
    entitlementId,
    personId,
    divisionCode,
    programme,
    period,
    amountFen,
    repaidFen: fen.zero,
    settledOn,
    sample,
    status: 'noticed',
    noticedOn: today,
    answerBy,
    provisional,
  };
  const noticed = RecoveryNoticed.of({ ...told(recovery), data: { ...facts(recovery), answerBy, sample } });
  const dueAt = instant.startOfDay(localDate.addDays(answerBy, 1));
  return withDeadlines(decided(recovery, noticed), [{ kind: ANSWER_TERM, subject: recovery.id, dueAt }]);
}

/** 申辩: heard once; a proposal made before it has to be made again. */
export function answerRecovery(recovery: Recovery, answer: Answer): Decision<Recovery> {
  return move(recovery, 'answer', (answered) => withoutTerm({ ...answered, answer }));
}

/** The last day to answer has passed. */
export const lapseRecovery = (recovery: Recovery): Decision<Recovery> => move(recovery, 'lapse', decided);

/** One officer proposes to ask the sum back, once it is answered or the time to answer has run out. */
export function proposeRecovery(recovery: Recovery, by: string): Decision<Recovery> {
  const { status, answerBy } = recovery;
  if (status === 'noticed') return refuse('recovery.answer-term-running', { answerBy });
  return move(recovery, 'propose', (proposed) => decided({ ...proposed, proposedBy: by }));
}

/** Another decides it: from then on the sum is receivable. */
export function approveRecovery(recovery: Recovery, by: string, today: LocalDate): Decision<Recovery> {
  if (hadPart(recovery, by)) return refuse('recovery.second-officer-needed');
  return move(recovery, 'approve', (approved) => {
    const data = { ...facts(approved), decidedOn: today, sample: approved.sample };
    return decided({ ...approved, approvedBy: by, decidedOn: today }, RecoveryDecided.of({ ...told(approved), data }));
  });
}

/** The whole of what is open comes in, or an instalment of it; never more. */
export function receiveRepayment(recovery: Recovery, receivedFen: Fen, receivedOn: LocalDate): Decision<Recovery> {
  const left = fen.sub(recovery.amountFen, recovery.repaidFen);
  if (recovery.status === 'decided' && receivedFen > left)
    return refuse('recovery.more-than-open', { open: fen.yuan(left) });
  return move(recovery, receivedFen === left ? 'receive-last' : 'receive', (received) => {
    const repaid = { ...received, repaidFen: fen.add(received.repaidFen, receivedFen) };
    const data = { ...facts(repaid), receivedFen, openFen: openFen(repaid), receivedOn };
    return decided(repaid, RecoveryRepaid.of({ ...told(repaid), data }));
  });
}

/** The answer, or a second look, has shown that nothing is to be asked back. */
export function withdrawRecovery(
  recovery: Recovery,
  by: string,
  reason: WithdrawalReason,
  on: LocalDate,
): Decision<Recovery> {
  if (hadPart(recovery, by)) return refuse('recovery.second-officer-needed');
  return move(recovery, 'withdraw', (withdrawn) => end({ ...withdrawn, withdrawal: { reason, on, by } }, reason, on));
}

/** 退票: the bank has given the money back itself, so nobody else has to, and what was repaid is too much. */
export function endReturnedRecovery(recovery: Recovery, on: LocalDate): Decision<Recovery> {
  const reason = 'returned-by-bank';
  return move(recovery, 'come-back', (withdrawn) => end({ ...withdrawn, withdrawal: { reason, on } }, reason, on));
}

function end(withdrawn: Recovery, reason: WithdrawalReason, withdrawnOn: LocalDate): Decided<Recovery> {
  const data = { ...facts(withdrawn), reason, withdrawnOn };
  return withoutTerm(withdrawn, RecoveryWithdrawn.of({ ...told(withdrawn), data }));
}

const withoutTerm = (recovery: Recovery, ...events: Decided<Recovery>['events']): Decided<Recovery> =>
  withDeadlines(decided(recovery, ...events), [], [{ kind: ANSWER_TERM, subject: recovery.id }]);

/** Nobody decides alone on what they have prepared themselves. */
const hadPart = ({ proposedBy, answer }: Recovery, by: string): boolean =>
  proposedBy === by || answer?.recordedBy === by;

/** What is still to come in: nothing before the decision, nor after the end. */
export function openFen({ status, amountFen, repaidFen }: Recovery): Fen {
  return status === 'decided' ? fen.sub(amountFen, repaidFen) : fen.zero;
}

/** 待返还: what was repaid for a payment that the bank has given back too belongs to whoever repaid it. */
export const heldFen = ({ withdrawal, repaidFen }: Recovery): Fen =>
  withdrawal?.reason === 'returned-by-bank' ? repaidFen : fen.zero;

/** DOMAIN §3.5: what was spent in a year that has ended by the decision belongs to the treasury. */
export const isOfPriorYear = ({ settledOn, decidedOn }: Recovery): boolean =>
  decidedOn !== undefined && localDate.year(settledOn) < localDate.year(decidedOn);

export const isAtItsEnd = ({ status }: Recovery): boolean => status === 'closed' || status === 'withdrawn';

const told = ({ id, personId, divisionCode }: Recovery) => ({ subject: id, personId, divisionCode });

const facts = ({ id, paymentId, kind, programme, period, amountFen }: Recovery) => ({
  recoveryId: id,
  paymentId,
  kind,
  programme,
  period,
  amountFen,
});
