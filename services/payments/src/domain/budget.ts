import { decided, DivisionCode, fen, Fen, Instant, refuse } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

/** 资金来源: where a quota comes from (DOMAIN §3.5, sub-accounts of 4001). */
export const QuotaSource = z.enum([
  /** 中央 */ 'central',
  /** 省级 */ 'province',
  /** 市级 */ 'city',
  /** 区级 */ 'district',
  /** 彩票公益金 */ 'lottery',
]);
export type QuotaSource = z.infer<typeof QuotaSource>;

/** 用款额度下达: one grant of quota; its id is the reference of the paper that grants it, so it counts once. */
export const QuotaGrant = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/),
  divisionCode: DivisionCode,
  amountFen: Fen.positive(),
  source: QuotaSource,
  grantedBy: z.string(),
  grantedAt: Instant,
});
export type QuotaGrant = z.infer<typeof QuotaGrant>;

/** 用款额度 of a division: reserved + available + spent = granted (I4). Released runs reserve, settled payments spend. */
export const Budget = z.strictObject({
  id: z.string(),
  divisionCode: DivisionCode,
  grantedFen: Fen.nonnegative(),
  reservedFen: Fen.nonnegative(),
  spentFen: Fen.nonnegative(),
});
export type Budget = z.infer<typeof Budget>;

/** A budget that nothing has been granted to. */
export const emptyBudget = (divisionCode: DivisionCode): Budget => ({
  id: divisionCode,
  divisionCode,
  grantedFen: fen.zero,
  reservedFen: fen.zero,
  spentFen: fen.zero,
});

/** What a release may still take. */
export const availableFen = ({ grantedFen, reservedFen, spentFen }: Budget): Fen =>
  fen.sub(fen.sub(grantedFen, reservedFen), spentFen);

/** The same reference again is the same grant; with another amount or source it is refused. */
export function grantQuota(known: QuotaGrant | undefined, grant: QuotaGrant): Decision<QuotaGrant> {
  if (known === undefined) return decided(grant);
  const isSame = known.amountFen === grant.amountFen && known.source === grant.source;
  return isSame ? decided(known) : refuse('budget.reference-reused');
}

export function addQuota(budget: Budget, amountFen: Fen): Decision<Budget> {
  return decided({ ...budget, grantedFen: fen.add(budget.grantedFen, amountFen) });
}

/** A run takes its whole total before a fen of it moves. */
export function reserve(budget: Budget, amountFen: Fen): Decision<Budget> {
  if (availableFen(budget) < amountFen) return refuse('pay-run.budget-exceeded');
  return decided({ ...budget, reservedFen: fen.add(budget.reservedFen, amountFen) });
}

/** What came back from the bank is available again. */
export function takeBack(budget: Budget, amountFen: Fen): Decision<Budget> {
  return decided({ ...budget, spentFen: fen.sub(budget.spentFen, amountFen) });
}

/** What was reserved is spent where it was paid, and free again where it was rejected. */
export function settleReserved(budget: Budget, paidFen: Fen, rejectedFen: Fen): Decision<Budget> {
  return decided({
    ...budget,
    reservedFen: fen.sub(budget.reservedFen, fen.add(paidFen, rejectedFen)),
    spentFen: fen.add(budget.spentFen, paidFen),
  });
}
