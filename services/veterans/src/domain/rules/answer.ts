import type { Step } from '@minzheng/rules';
import type { Fen, LocalDate } from '@minzheng/types';
import type { RuleId } from './rules.ts';

/** What a rule says of a matter: a sum, a day, a status, or the rules by which nothing is due; with every step of it. */
export interface Answer {
  readonly trace: readonly Step[];
  readonly monthlyFen?: Fen;
  readonly oneOffFen?: Fen;
  /** Days that follow, by what happens on them. */
  readonly days?: Readonly<Record<string, LocalDate>>;
  readonly status?: 'entitled' | 'suspended' | 'cancelled' | 'kept' | 'waived';
  readonly failed?: readonly RuleId[];
}
