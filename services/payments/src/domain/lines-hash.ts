import { digestId } from '@minzheng/types';
import type { Payment } from './payment.ts';

/** Binds approval and release to exactly these lines: who is paid what, into which account, in which order. */
export function linesHash(lines: readonly Payment[]): string {
  const inOrder = lines.toSorted((a, b) => a.line - b.line);
  return digestId(['lines', ...inOrder.map(({ id, amountFen, accountId }) => `${id}:${amountFen}:${accountId}`)]);
}

/** The hash of a run grows by its files, in the order they are drawn. */
export function chained(before: string, file: { readonly id: string; readonly linesHash: string }): string {
  return digestId([before, file.id, file.linesHash]);
}
