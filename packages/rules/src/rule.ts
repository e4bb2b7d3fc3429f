import type { LocalDate } from '@minzheng/types';

/** Where a rule stands in law; an article that was renumbered is a second cite with days of its own. `to` is inclusive. */
export interface Cite {
  readonly doc: string;
  readonly article?: string;
  readonly from?: string;
  readonly to?: string;
}

/** One rule of DOMAIN: what it is called, the law it rests on, and the rows of the test tables that prove it. */
export interface Rule {
  readonly title: string;
  readonly cites: readonly Cite[];
  readonly tests: readonly string[];
}

/** Every rule of one programme or chapter by its id. */
export type Rules = Readonly<Record<string, Rule>>;

/** The articles in force on a day. */
export const citesOn = ({ cites }: Rule, day: LocalDate): readonly Cite[] =>
  cites.filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to));
