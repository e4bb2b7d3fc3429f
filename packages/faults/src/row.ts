import type { Bench } from './bench.ts';

/** One row of the fault checklist (DELIVERY §4) as a small program. */
export interface Row {
  readonly number: number;
  /** What is injected, in a few words. */
  readonly name: string;
  /** Most that may pass without any write acknowledged, from the first injection on. */
  readonly mostWriteGapMs?: number;
  /** Most that a key's acknowledged writes may wait for their effect. */
  readonly mostEffectGapMs?: number;
  /** How many servers it needs of a kind; one of each unless told. */
  readonly brokers?: number;
  readonly mongods?: number;
  /** Whether it needs mongods that can be cut off from one another. */
  readonly isOnCutOffSet?: boolean;
  /** Why it cannot be run here; undefined when it can. */
  whyNot?(): string | undefined;
  /** Breaks things, and throws `Unmet` when what it expects does not happen. What it broke is healed afterwards. */
  run(bench: Bench): Promise<void>;
}

/** What a row expects did not happen. */
export class Unmet extends Error {
  override readonly name = 'Unmet';
}

export function expectThat(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Unmet(otherwise);
}
