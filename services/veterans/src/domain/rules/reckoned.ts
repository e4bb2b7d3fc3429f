import type { Step } from '@minzheng/rules';
import type { Fen } from '@minzheng/types';
import type { RuleId } from './rules.ts';

/** What a rule has come to, with every step of it: a sum a month, or the rules by which nothing is due. */
export type Reckoned = { readonly trace: readonly Step[] } & (
  | { readonly monthlyFen: Fen }
  | { readonly failed: readonly RuleId[] }
);
