import { ReturnCode } from '@minzheng/types';
import { z } from 'zod';

/** How the bank behaves at its door; every mode but 'ok' passes after `times` calls that it concerns. */
export const Mode = z.enum([
  'ok',
  /** Takes the file, and never answers. */ 'timeout-after-accept',
  /** Does not take the file. */ '500',
  /** Takes it, and answers after 2 s. */ 'slow',
  /** Gives half a result file. */ 'truncated-results',
  /** Is asked what came back, and never answers. */ 'timeout-of-returns',
  /** Tells everything that ever came back, whatever was told before. */ 'repeated-returns',
]);
export type Mode = z.infer<typeof Mode>;

const times = z.int().min(1).max(1_000_000).default(1);
const MOST_DAYS = 366;
const TxnRef = z.string().regex(/^[0-9a-z]{32}$/);

/** What the bank can be told to do; all parts are optional. */
export const Control = z.strictObject({
  mode: z.strictObject({ mode: Mode, times }).optional(),
  /** Refuses one payment, or without `txnRef` the next ones it comes to. R09 is no refusal: the outcome stays unknown. */
  reject: z.strictObject({ code: ReturnCode, txnRef: TxnRef.optional(), times }).optional(),
  /** Ends a payment whose outcome is unknown: paid, or refused with `code`. */
  resolve: z.strictObject({ txnRef: TxnRef, code: ReturnCode.optional() }).optional(),
  /** 退票: a paid payment, or without `txnRef` the next one that is paid, comes back so many days from then, in the morning; 0 = at once. */
  return: z
    .strictObject({ code: ReturnCode, txnRef: TxnRef.optional(), afterDays: z.int().min(0).max(MOST_DAYS) })
    .optional(),
  /** While paused, files are taken and not worked on. */
  paused: z.boolean().optional(),
});
export type Control = z.infer<typeof Control>;

/** Why and when a payment comes back after it was paid. */
export type ReturnRule = Pick<NonNullable<Control['return']>, 'code' | 'afterDays'>;

/** The bank's temper, set on command and forgotten at a restart: what a real bank does when it likes. */
export class Temper {
  isPaused = false;
  #mode: Mode = 'ok';
  #modeLeft = 0;
  #nextCode: ReturnCode | undefined;
  #nextLeft = 0;
  readonly #codes = new Map<string, ReturnCode>();
  #nextReturn: ReturnRule | undefined;
  readonly #returns = new Map<string, ReturnRule>();

  set({ mode, reject, return: comesBack, paused }: Control): void {
    if (mode) [this.#mode, this.#modeLeft] = [mode.mode, mode.times];
    if (reject?.txnRef !== undefined) this.#codes.set(reject.txnRef, reject.code);
    else if (reject) [this.#nextCode, this.#nextLeft] = [reject.code, reject.times];
    if (comesBack?.txnRef !== undefined) this.#returns.set(comesBack.txnRef, comesBack);
    else if (comesBack) this.#nextReturn = comesBack;
    this.isPaused = paused ?? this.isPaused;
  }

  /** The mode for a call that `concerned` modes can spoil; counts it. */
  next(concerned: readonly Mode[]): Mode {
    if (this.#modeLeft === 0 || !concerned.includes(this.#mode)) return 'ok';
    this.#modeLeft -= 1;
    return this.#mode;
  }

  /** Why a payment is refused; undefined when it is paid. */
  codeFor(txnRef: string): ReturnCode | undefined {
    const code = this.#codes.get(txnRef);
    if (code !== undefined || this.#nextLeft === 0) return code;
    this.#nextLeft -= 1;
    return this.#nextCode;
  }

  /** How a payment just made comes back; undefined when it stays. Each rule holds for one payment. */
  returnOf(txnRef: string): ReturnRule | undefined {
    const rule = this.#returns.get(txnRef) ?? this.#nextReturn;
    if (!this.#returns.delete(txnRef)) this.#nextReturn = undefined;
    return rule;
  }
}
