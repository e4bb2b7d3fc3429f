import { z } from 'zod';
import { fenOfYuan, yuanText } from './yuan-text.ts';

/** 分: money as a whole number of fen (1/100 yuan), a safe integer. Negative only as an entry of a ledger (DOMAIN §0.2). */
export const Fen = z.int().brand<'Fen'>().meta({ description: 'Amount of money in fen, 1/100 yuan' });
export type Fen = z.infer<typeof Fen>;

const MONTHS_PER_YEAR = 12;

function of(n: number): Fen {
  if (!Number.isSafeInteger(n))
    throw new RangeError(`not a whole number of fen that a computer can hold exactly: ${n}`);
  return (n === 0 ? 0 : n) as Fen;
}

/** Adds in bigint and checks the total only, so that the order of the summands never decides whether a sum exists. */
function sum(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return of(Number(total));
}

/** PAY-7: eleven equal months, rounded down, and a December that takes the rest. */
function byMonth(annual: Fen): readonly Fen[] {
  const month = of(Math.floor(annual / MONTHS_PER_YEAR));
  const december = of(annual - month * (MONTHS_PER_YEAR - 1));
  return [...Array.from({ length: MONTHS_PER_YEAR - 1 }, () => month), december];
}

function parseYuan(text: string): Fen | undefined {
  const amount = fenOfYuan(text);
  return amount === undefined ? undefined : of(amount);
}

/**
 * Arithmetic on fen. Every operation throws RangeError when its result is not a safe integer: a wrong sum of money must stop, not round.
 * `yuan` gives the text people read ('1,300.00'); `parseYuan` reads it back, with or without separators and decimals, else undefined.
 * `byMonth` splits an annual amount into its twelve payments, January first.
 */
export const fen = {
  of,
  zero: of(0),
  add: (a: Fen, b: Fen): Fen => of(a + b),
  sub: (a: Fen, b: Fen): Fen => of(a - b),
  sum,
  byMonth,
  yuan: (amount: Fen): string => yuanText(amount),
  parseYuan,
};
