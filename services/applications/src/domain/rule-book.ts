import type { LocalDate } from '@minzheng/types';
import type { Parameters } from './means-test/parameters.ts';
import { viewAt } from './means-test/view-at.ts';
import type { ParameterView } from './means-test/view-at.ts';

/** What decisions and terms rest on beside the facts. */
export interface RuleBook {
  readonly parameters: Parameters;
  readonly codeVersion: string;
}

/** The figures in force on a day, as known on that day (INC-8). */
export const rulesOn = ({ parameters }: RuleBook, day: LocalDate): ParameterView => viewAt(parameters, day, day);
