import type { Plan, Shape } from './plan.ts';
import { run } from './run.ts';
import type { RunOptions } from './run.ts';

const MOST_RUNS = 300;
const SIMPLEST: Shape = { partitions: 1, slots: 1, copies: 1, skewMs: 0, troubleEvery: 0 };

/** The smallest plan found that breaks the same promise: fewer steps, then a simpler system. */
export async function shrink(plan: Plan, options: RunOptions): Promise<Plan> {
  const promise = (await run(plan, options)).violation?.promise;
  if (promise === undefined) return plan;
  let runs = 0;
  const stillBreaks = async (smaller: Plan): Promise<boolean> => {
    runs += 1;
    return runs <= MOST_RUNS && (await run(smaller, options)).violation?.promise === promise;
  };
  return simpler(await shorter(plan, stillBreaks), stillBreaks);
}

type Breaks = (plan: Plan) => Promise<boolean>;

/** Leaves out halves, then quarters, down to single steps. */
async function shorter(plan: Plan, breaks: Breaks): Promise<Plan> {
  let smallest = plan;
  for (let size = Math.ceil(plan.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < smallest.steps.length;) {
      const without = { ...smallest, steps: smallest.steps.toSpliced(from, size) };
      if (await breaks(without)) smallest = without;
      else from += size;
    }
  }
  return smallest;
}

async function simpler(plan: Plan, breaks: Breaks): Promise<Plan> {
  let simplest = plan;
  for (const [part, value] of Object.entries(SIMPLEST)) {
    const candidate = { ...simplest, shape: { ...simplest.shape, [part]: value } };
    if (simplest.shape[part as keyof Shape] !== value && (await breaks(candidate))) simplest = candidate;
  }
  return simplest;
}
