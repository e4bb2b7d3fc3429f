const MS_PER_S = 1_000;
const MINUTE_S = 60;
const HOUR_S = 3_600;

/** The pauses before each attempt in seconds, the first at once (STANDARDS §6). As many attempts as pauses. */
export const STANDARD_PAUSES_S: readonly number[] = [
  0,
  5,
  5 * MINUTE_S,
  30 * MINUTE_S,
  2 * HOUR_S,
  5 * HOUR_S,
  10 * HOUR_S,
  14 * HOUR_S,
  20 * HOUR_S,
  24 * HOUR_S,
];

/** An endpoint that does not answer is asked about once a minute at most, whatever waits for it. */
const LONGEST_REST_S = MINUTE_S;
const JITTER = 0.2;

/** How long to wait before the next attempt after so many; undefined after the last. `chance` from 0 to 1 spreads it by ±20 %. */
export function pauseMs(pausesS: readonly number[], attempts: number, chance: number): number | undefined {
  const pauseS = pausesS[attempts];
  return pauseS === undefined ? undefined : spread(pauseS * MS_PER_S, chance);
}

/** How long an endpoint is left alone after so many rounds without one success. */
export function restMs(pausesS: readonly number[], rounds: number, chance: number): number {
  const pauseS = Math.min(pausesS[rounds] ?? LONGEST_REST_S, LONGEST_REST_S);
  return spread(pauseS * MS_PER_S, chance);
}

const spread = (ms: number, chance: number): number => Math.round(ms * (1 + JITTER * (2 * chance - 1)));
