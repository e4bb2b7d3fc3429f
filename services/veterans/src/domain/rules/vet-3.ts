import { S, wholeFen } from '@minzheng/rules';
import type { ParameterView, Step } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import { Honour } from '../matter.ts';
import type { MatterOf } from '../matter.ts';
import type { Answer } from './answer.ts';

/** The figure of each step, in the order of `Honour`. */
const STEPS = ['one', 'two', 'three', 'four', 'five', 'six'] as const;
/** 自主就业 counts the first two steps as one (安置条例 §22). */
const DISCHARGE_STEPS = ['one', 'one', 'three', 'four', 'five', 'six'] as const;

/** VET-3: 一次性抚恤金: times the income of the year before, and months of pay; who had less is reckoned as a second lieutenant. */
export function vet3(matter: MatterOf<'lump-sum'>, view: ParameterView, before: ParameterView): Answer {
  const times = matter.death === 'illness' ? 'vet.lump.illness' : 'vet.lump.sacrifice';
  const pay = Math.max(matter.monthlyPayFen, view.must('vet.secondLt'));
  const sum = fen.of(before.must('vet.nationalIncome') * view.must(times) + pay * view.must('vet.lump.months'));
  const params = ['vet.nationalIncome', times, 'vet.lump.months', 'vet.secondLt'];
  const due: Step = { rule: 'VET-3', value: sum, unit: 'fen', from: [], params };
  const added = highestOf(matter.honours, 'vet.honour', STEPS);
  if (added === undefined) return { oneOffFen: sum, trace: [due] };
  const extra = wholeFen(sum * view.must(added), S);
  const more: Step = { rule: 'VET-4', value: extra, unit: 'fen', from: [0], params: [added] };
  return { oneOffFen: fen.add(sum, extra), trace: [due, more] };
}

/** VET-4 for 一次性退役金: a table of its own. */
export function dischargePay({ payFen, honours }: MatterOf<'discharge-pay'>, view: ParameterView): Answer {
  const added = highestOf(honours, 'vet.discharge', DISCHARGE_STEPS);
  if (added === undefined) return { oneOffFen: payFen, trace: [{ rule: 'VET-4', value: 0, unit: 'fen', from: [] }] };
  const extra = wholeFen(payFen * view.must(added), S);
  const trace: Step[] = [{ rule: 'VET-4', value: extra, unit: 'fen', from: [], params: [added] }];
  return { oneOffFen: fen.add(payFen, extra), trace };
}

/** Of several honours the highest only, never their sum. */
function highestOf(honours: readonly Honour[], prefix: string, steps: readonly string[]): string | undefined {
  const at = Honour.options.findIndex((one) => honours.includes(one));
  return at < 0 ? undefined : `${prefix}.${steps[at]}`;
}
