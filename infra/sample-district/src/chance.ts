import { seeded } from '@minzheng/simulator';

/** Chance in words; every draw is a whole number, so that no sum of money is ever a float. */
export interface Chance {
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in so many of a thousand. */
  inThousand(share: number): boolean;
  one<T>(of: readonly T[]): T;
  /** By whole-number weights. */
  weighted<T>(of: readonly (readonly [value: T, weight: number])[]): T;
}

/** The same seed, the same chances. */
export function chanceOf(seed: number): Chance {
  const random = seeded(seed);
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const one = <T>(of: readonly T[]): T => of[between(0, of.length - 1)] as T;
  return {
    between,
    inThousand: (share) => between(1, 1_000) <= share,
    one,
    weighted: (of) => {
      let left = between(
        1,
        of.reduce((sum, [, weight]) => sum + weight, 0),
      );
      for (const [value, weight] of of) if ((left -= weight) <= 0) return value;
      return one(of)[0];
    },
  };
}
