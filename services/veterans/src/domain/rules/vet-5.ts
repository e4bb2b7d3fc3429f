import { S, wholeYuan } from '@minzheng/rules';
import type { ParameterView, Step } from '@minzheng/rules';
import type { DisabledFacts } from '../service-facts.ts';
import { isDisabled } from './coverage.ts';
import type { Reckoned } from './reckoned.ts';

/** Which share of the average wage is due by nature and grade (条例 §34); undefined where none is. */
export function nursingRate({ nature, grade, isMental }: DisabledFacts): string | undefined {
  if (grade <= 4 && nature === 'illness') return 'vet.nursing.illness';
  if (grade <= 2) return 'vet.nursing.gradesOneTwo';
  if (grade <= 4) return 'vet.nursing.gradesThreeFour';
  return isMental && grade <= 6 ? 'vet.nursing.mental' : undefined;
}

/** VET-5: 护理费 a month, a share of the local average wage of the year before. In a veterans' hospital the hospital manages it. */
export function vet5(facts: DisabledFacts, view: ParameterView): Reckoned {
  const covered: Step = { rule: 'V01', value: isDisabled(facts), unit: 'yes-no', from: [] };
  if (covered.value === false) return { failed: ['V01'], trace: [covered] };
  const rate = nursingRate(facts);
  if (rate === undefined || facts.isInVeteransHospital) {
    return { failed: ['VET-5'], trace: [covered, { rule: 'VET-5', value: false, unit: 'yes-no', from: [0] }] };
  }
  const monthlyFen = wholeYuan(view.must('vet.avgWage') * view.must(rate), S);
  const due: Step = { rule: 'VET-5', value: monthlyFen, unit: 'fen', from: [0], params: ['vet.avgWage', rate] };
  return { monthlyFen, trace: [covered, due] };
}
