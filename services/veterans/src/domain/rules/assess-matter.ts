import type { ParameterView } from '@minzheng/rules';
import { LocalDate, localDate } from '@minzheng/types';
import type { Matter, MatterOf } from '../matter.ts';
import type { Answer } from './answer.ts';
import { vet1 } from './vet-1.ts';
import { vet10 } from './vet-10.ts';
import { vet2 } from './vet-2.ts';
import { dischargePay, vet3 } from './vet-3.ts';
import { vet5 } from './vet-5.ts';
import { vet6 } from './vet-6.ts';
import { confirmation, regrading, report, sentence, transferIn } from './vet-days.ts';

/** Figures of a day. */
export type ViewOn = (day: LocalDate) => ParameterView;

type Rule<K extends Matter['kind']> = (matter: MatterOf<K>, day: LocalDate, on: ViewOn) => Answer;

const rulesOf: { readonly [K in Matter['kind']]: Rule<K> } = {
  nursing: ({ facts }, day, on) => vet5(facts, on(day)),
  living: ({ facts }, day, on) => vet10(facts, on(day)),
  'martyr-award': (matter, day, on) => vet2(matter, on(day), on(yearBefore(matter.diedOn))),
  'lump-sum': (matter, day, on) => vet3(matter, on(day), on(yearBefore(matter.diedOn))),
  'discharge-pay': (matter, day, on) => dischargePay(matter, on(day)),
  'funeral-aid': (matter, day, on) => vet6(matter, on(day)),
  survivor: (matter, day, on) => vet1(matter, on(day)),
  regrading,
  'transfer-in': transferIn,
  sentence,
  confirmation,
  report,
};

/** What the rules say of a matter on a day. Throws NoFigure where a figure that must exist is not there: unknown is never zero. */
export function assessMatter<K extends Matter['kind']>(matter: MatterOf<K>, day: LocalDate, on: ViewOn): Answer {
  const rule: Rule<K> = rulesOf[matter.kind];
  return rule(matter, day, on);
}

/** The last day of the year before, in which its figures are in force. */
const yearBefore = (day: LocalDate): LocalDate => LocalDate.parse(`${localDate.year(day) - 1}-12-31`);
