import { setTimeout as delay } from 'node:timers/promises';

const pauseMs = 50;
const oneAnswerLimitMs = 5000;

/**
 * Asks again until `isSo` answers true. An error counts as "not yet"; the last one becomes the cause.
 * @throws when `limitMs` have passed, or at once when `hasFailed` says that waiting is pointless.
 */
export async function waitUntil(
  what: string,
  limitMs: number,
  isSo: () => Promise<boolean>,
  hasFailed: () => boolean = () => false,
): Promise<void> {
  const end = performance.now() + limitMs;
  let cause: unknown;
  while (performance.now() < end) {
    if (hasFailed()) throw new Error(`${what}: it ended before it was ready`);
    try {
      if (await Promise.race([isSo(), noAnswer()])) return;
    } catch (error) {
      cause = error;
    }
    await delay(pauseMs);
  }
  throw new Error(`${what}: not ready after ${limitMs / 1000} s`, { cause });
}

async function noAnswer(): Promise<false> {
  await delay(oneAnswerLimitMs, undefined, { ref: false });
  return false;
}
