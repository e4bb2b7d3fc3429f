import { Fen } from '@minzheng/types';
import type { Chance } from './chance.ts';

const YUAN = 100;
const MONTHS = 12;
const OF_AGE = 18;
const PENSION_AGE = 60;
const LONGEST_WORK = 66;

/** What comes in for one person in twelve months, oldest first, and how much of it the departments have on file. */
export interface Livelihood {
  readonly kind: 'none' | 'steady' | 'seasonal' | 'undeclared' | 'pension';
  readonly monthsFen: readonly Fen[];
  readonly pensionFen: Fen;
}

const none = (): Fen[] => Array.from({ length: MONTHS }, () => Fen.parse(0));
const yuan = (amount: number): Fen => Fen.parse(amount * YUAN);

/** [SAMPLE] shares and sums: meant to look like a district, measured on none. */
export function livelihoodOf(chance: Chance, age: number): Livelihood {
  if (age >= PENSION_AGE && chance.inThousand(850)) {
    return { kind: 'pension', monthsFen: none(), pensionFen: yuan(chance.between(300, 4_500)) };
  }
  if (age < OF_AGE || age > LONGEST_WORK) return { kind: 'none', monthsFen: none(), pensionFen: yuan(0) };
  const kind = chance.weighted([
    ['none', 18],
    ['steady', 55],
    ['seasonal', 17],
    ['undeclared', 10],
  ] as const);
  return { kind, monthsFen: monthsOf(chance, kind), pensionFen: yuan(0) };
}

function monthsOf(chance: Chance, kind: 'none' | 'steady' | 'seasonal' | 'undeclared'): Fen[] {
  const wage = chance.between(1_500, 9_000);
  const from = chance.between(0, MONTHS - 1);
  return Array.from({ length: MONTHS }, (_, month) => {
    if (kind === 'none') return yuan(0);
    const isOff = kind === 'seasonal' && (month + from) % MONTHS < MONTHS / 2;
    return isOff ? yuan(0) : yuan(wage + chance.between(-100, 100));
  });
}
