import type { LocalDate } from '@minzheng/types';
import { readParameters } from '../src/adapters/parameter-files.ts';
import { viewAt } from '../src/domain/means-test/view-at.ts';
import type { ParameterView } from '../src/domain/means-test/view-at.ts';

/** The figures in force on a day, as known on that day. */
export const lawOn = (day: LocalDate): ParameterView => viewAt(readParameters(), day, day);
