const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
const JITTER = 0.2;

/** How long to wait after the nth failure in a row (from 1): 1 s doubling to 30 s, ±20 %. `random` is in [0, 1). */
export function backoffMs(failures: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.round(base * (1 + JITTER * (2 * random - 1)));
}
