import type { Instant } from '@minzheng/types';
import { Clock } from './clock.ts';

interface Waiting {
  readonly at: Instant;
  readonly go: () => void;
  readonly stop: (reason: unknown) => void;
}

/**
 * A clock that many stories go by at once. It moves only when each of them waits for it or has ended, and then to the earliest moment
 * that any of them waits for: nobody's day passes while somebody is still at work on it.
 */
export class SharedClock extends Clock {
  #atWork = 0;
  #waiting: Waiting[] = [];

  /** Carries the stories side by side. Throws what the first of them throws that fails. */
  async carry<T>(stories: readonly (() => Promise<T>)[]): Promise<T[]> {
    this.#atWork += stories.length;
    return await Promise.all(stories.map((story) => story().finally(() => this.#rest())));
  }

  override passTo(at: Instant): Promise<void> {
    if (this.#atWork === 0 && this.#waiting.length === 0) return super.passTo(at);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ at, go: resolve, stop: reject });
    this.#rest();
    return promise;
  }

  #rest(): void {
    this.#atWork -= 1;
    if (this.#atWork === 0) void this.#move();
  }

  async #move(): Promise<void> {
    const [next] = this.#waiting.map(({ at }) => at).toSorted();
    if (next === undefined) return;
    const reached = this.#waiting.filter(({ at }) => at <= next);
    this.#waiting = this.#waiting.filter(({ at }) => at > next);
    // Everybody who is let go is at work from this moment on, before the first of them can wait again.
    this.#atWork += reached.length;
    const failed = await super.passTo(next).then(
      () => undefined,
      (reason: unknown) => reason ?? new Error('the clock stands'),
    );
    for (const { go, stop } of reached)
      if (failed === undefined) go();
      else stop(failed);
  }
}
