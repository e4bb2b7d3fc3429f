import { ReturnCode } from '@minzheng/types';
import { z } from 'zod';

/** How the bank behaves at its door; every mode but 'ok' passes after `times` calls that it concerns. */
export const Mode = z.enum([
  'ok',
  /** Takes the file, and never answers. */ 'timeout-after-accept',
  /** Does not take the file. */ '500',
  /** Takes it, and answers after 2 s. */ 'slow',
  /** Gives half a result file. */ 'truncated-results',
]);
export type Mode = z.infer<typeof Mode>;

const times = z.int().min(1).max(1_000_000).default(1);
const TxnRef = z.string().regex(/^[0-9a-z]{32}$/);

/** What the bank can be told to do; all parts are optional. */
export const Control = z.strictObject({
  mode: z.strictObject({ mode: Mode, times }).optional(),
  /** Refuses one payment, or without `txnRef` the next ones it comes to. R09 is no refusal: the outcome stays unknown. */
  reject: z.strictObject({ code: ReturnCode, txnRef: TxnRef.optional(), times }).optional(),
  /** Ends a payment whose outcome is unknown: paid, or refused with `code`. */
  resolve: z.strictObject({ txnRef: TxnRef, code: ReturnCode.optional() }).optional(),
  /** While paused, files are taken and not worked on. */
  paused: z.boolean().optional(),
});
export type Control = z.infer<typeof Control>;

/** The bank's temper, set on command and forgotten at a restart: what a real bank does when it likes. */
export class Temper {
  isPaused = false;
  #mode: Mode = 'ok';
  #modeLeft = 0;
  #nextCode: ReturnCode | undefined;
  #nextLeft = 0;
  readonly #codes = new Map<string, ReturnCode>();

  set({ mode, reject, paused }: Control): void {
    if (mode) [this.#mode, this.#modeLeft] = [mode.mode, mode.times];
    if (reject?.txnRef !== undefined) this.#codes.set(reject.txnRef, reject.code);
    else if (reject) [this.#nextCode, this.#nextLeft] = [reject.code, reject.times];
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
}
