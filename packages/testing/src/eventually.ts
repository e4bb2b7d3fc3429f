import { setTimeout as pause } from 'node:timers/promises';

const DEFAULT_TIMEOUT_MS = 15_000;
const POLL_MS = 50;

/**
 * Asks again until `check` no longer throws and gives its answer; a test waits for what it expects, never for a time.
 * After `timeoutMs` (15 s unless told) the last error is thrown.
 */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<T> {
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
    }
    await pause(POLL_MS);
  }
}
