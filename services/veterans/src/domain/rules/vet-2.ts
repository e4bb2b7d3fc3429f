import type { ParameterView } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import type { MatterOf } from '../matter.ts';
import type { Answer } from './answer.ts';

/** VET-2: 烈士褒扬金, so many times the national urban income of the year before the death, which `before` reads. */
export function vet2(_: MatterOf<'martyr-award'>, view: ParameterView, before: ParameterView): Answer {
  const oneOffFen = fen.of(before.must('vet.nationalIncome') * view.must('vet.martyrAward'));
  const params = ['vet.nationalIncome', 'vet.martyrAward'];
  return { oneOffFen, trace: [{ rule: 'VET-2', value: oneOffFen, unit: 'fen', from: [], params }] };
}
