import { describe, expect, test } from '@jest/globals';
import { BUGS } from './bugs/bugs.ts';
import { hunt, survey } from './hunt.ts';
import { planOf } from './plan.ts';
import { run } from './run.ts';
import { shrink } from './shrink.ts';

/** More than any planted mistake has needed; a mistake that hides longer is one that the simulation has lost sight of. */
const SEEDS_A_BUG = 500;

/** Where to begin with those that only few seeds find, so that nobody waits for the others. */
const HIDDEN_UNTIL: Readonly<Record<string, number>> = { 'two-sends-in-flight': 80, 'resolve-before-effect': 56 };

describe('the messaging of the platform, under simulated faults', () => {
  test('breaks no promise in fifty runs, and each run is the same when it is repeated', async () => {
    const { finds, steps } = await survey(1, 50);
    expect(finds).toEqual([]);
    expect(steps).toBeGreaterThan(50_000);
  });

  test('different seeds are different runs', async () => {
    const digests = await Promise.all([1, 2, 3].map(async (seed) => (await run(planOf(seed))).digest));
    expect(new Set(digests).size).toBe(3);
  });
});

describe('the simulation finds the planted mistake', () => {
  test.each(BUGS.map((bug) => [bug.name, bug] as const))('%s', async (_, bug) => {
    expect(await hunt(bug, HIDDEN_UNTIL[bug.name] ?? 1, SEEDS_A_BUG)).toBeDefined();
  });
});

describe('a run that breaks a promise', () => {
  const bug = BUGS.find(({ name }) => name === 'park-without-its-key');

  test('is made small, and breaks the same promise still', async () => {
    const { seed = 0, violation } = (bug && (await hunt(bug, 1, SEEDS_A_BUG))) ?? {};
    const small = await shrink(planOf(seed), { bug });
    expect(small.steps.length).toBeLessThanOrEqual(5);
    expect((await run(small, { bug })).violation?.promise).toBe(violation?.promise);
  });

  test('breaks none without the mistake', async () => {
    const { seed = 0 } = (bug && (await hunt(bug, 1, SEEDS_A_BUG))) ?? {};
    expect((await run(planOf(seed))).violation).toBeUndefined();
  });
});
