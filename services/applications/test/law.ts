import { viewAt } from '@minzheng/rules';
import type { ParameterView } from '@minzheng/rules';
import type { LocalDate } from '@minzheng/types';
import { readLaw } from '../src/adapters/law.ts';

/** The figures in force on a day, as known on that day. */
export const lawOn = (day: LocalDate): ParameterView => viewAt(readLaw().parameters, day, day);
