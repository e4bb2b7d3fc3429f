import { viewAt } from '@minzheng/rules';
import type { Parameters, ParameterView } from '@minzheng/rules';
import type { LocalDate } from '@minzheng/types';

/** What decisions and terms rest on beside the facts. */
export interface RuleBook {
  readonly parameters: Parameters;
  readonly codeVersion: string;
}

/** The figures in force on a day, as known on that day (INC-8). */
export const rulesOn = ({ parameters }: RuleBook, day: LocalDate): ParameterView => viewAt(parameters, day, day);
