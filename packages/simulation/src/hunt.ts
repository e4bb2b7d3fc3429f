import type { Bug } from './bugs/bug.ts';
import type { Violation } from './engine/world.ts';
import { planOf } from './plan.ts';
import { run } from './run.ts';

/** A seed under which a promise is broken. */
export interface Find {
  readonly seed: number;
  readonly violation: Violation;
}

export interface Survey {
  readonly seeds: number;
  readonly steps: number;
  readonly simulatedMs: number;
  readonly finds: readonly Find[];
  /** One of all traces together. */
  readonly digest: string;
}

/** The same seed did not give the same trace twice: then no finding could be relied upon. */
export class NotRepeatable extends Error {
  override readonly name = 'NotRepeatable';
}

/** Plays every seed twice. Throws NotRepeatable when the second time differs from the first. */
export async function survey(from: number, seeds: number, bug?: Bug): Promise<Survey> {
  const finds: Find[] = [];
  let [steps, simulatedMs, digest] = [0, 0, 0n];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const first = await run(planOf(seed), { bug });
    const again = await run(planOf(seed), { bug });
    if (first.digest !== again.digest) throw new NotRepeatable(`seed ${seed}: ${first.digest}, then ${again.digest}`);
    if (first.violation !== undefined) finds.push({ seed, violation: first.violation });
    steps += first.steps;
    simulatedMs += first.simulatedMs;
    digest = BigInt.asUintN(64, digest * 31n + BigInt(`0x${first.digest}`));
  }
  return { seeds, steps, simulatedMs, finds, digest: digest.toString(16).padStart(16, '0') };
}

/** The first seed that finds the mistake; undefined when none of them does. */
export async function hunt(bug: Bug, from: number, seeds: number): Promise<Find | undefined> {
  for (let seed = from; seed < from + seeds; seed += 1) {
    const { violation } = await run(planOf(seed), { bug });
    if (violation !== undefined) return { seed, violation };
  }
  return undefined;
}
