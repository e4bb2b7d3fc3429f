import { yuanText } from '@minzheng/types';
import type { TraceStep } from '../api/contract.ts';

/** Steps of a calculation are kept in fen × 10,000: exact where fen would not be. */
const SCALE = 10_000;
const FEN_PER_YUAN = 100;

/** '1,300.00'. */
export const yuan = (amountFen: number): string => yuanText(amountFen);

/** A number of a calculation as people read it; undefined for a finding, which has words instead. */
export function stepText(value: number, unit: TraceStep['unit'], language: string): string | undefined {
  if (unit === 'yes-no') return undefined;
  if (unit === 'count') return String(value);
  if (unit === 'fen') return yuanText(value);
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 6 };
  return new Intl.NumberFormat(language, digits).format(value / SCALE / FEN_PER_YUAN);
}

/** A finding does not say what its limit counts; what a page does not know it does not show. */
const LIMIT_UNITS: Readonly<Record<string, TraceStep['unit']>> = {
  'AST-1': 'fen',
  'AST-2': 'count',
  'AST-3': 'count',
  'DB-1': 'fen-scaled',
  'DBB-1': 'fen-scaled',
};

/** The limit that a step was held against. */
export function limitText({ rule, unit, limit }: TraceStep, language: string): string | undefined {
  const counted = unit === 'yes-no' ? LIMIT_UNITS[rule] : unit;
  return limit === undefined || counted === undefined ? undefined : stepText(limit, counted, language);
}
