export type { Bug } from './bugs/bug.ts';
export { bugNamed, BUGS } from './bugs/bugs.ts';
export { hunt, NotRepeatable, survey } from './hunt.ts';
export type { Find, Survey } from './hunt.ts';
export { planOf } from './plan.ts';
export type { Plan, Shape, Step } from './plan.ts';
export { run } from './run.ts';
export type { Outcome, RunOptions } from './run.ts';
export { shrink } from './shrink.ts';
