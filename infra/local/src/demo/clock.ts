import { setTimeout as pause } from 'node:timers/promises';
import { type ClockStanding, instant, type Instant, type LocalDate } from '@minzheng/types';

const patienceMs = 240_000;
const againMs = 300;
const nineHoursMs = 9 * 3_600_000;

/** When offices open, and the quiet hours are over. */
export const officeHours = (date: LocalDate): Instant => instant.plus(instant.startOfDay(date), nineHoursMs);

interface Look {
  readonly processes: readonly { readonly name: string; readonly standing?: ClockStanding }[];
}

/** The civil clock of the whole platform, moved through the gateway. */
export class Clock {
  readonly #url: string;

  constructor(gatewayUrl: string) {
    this.#url = `${gatewayUrl}/local/clock`;
  }

  /** Moves on to `at`, meeting every deadline on the way; stays where it is when that has passed. Once more when a process died meanwhile. */
  async passTo(at: Instant): Promise<void> {
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const answer = await this.#post(at).catch((error: unknown) => String(error));
      if (answer === undefined) return;
      if (performance.now() > giveUpAt) throw new Error(`the clock does not come to ${at}: ${answer}`);
      await pause(againMs);
    }
  }

  /** Lets the platform come to rest, and time stand. */
  async settle(): Promise<void> {
    await this.passTo(await this.known());
  }

  /** The time, once somebody knows it. */
  async known(): Promise<Instant> {
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const now = await this.now().catch(() => undefined);
      if (now !== undefined) return now;
      if (performance.now() > giveUpAt) throw new Error('nobody knows what time it is');
      await pause(againMs);
    }
  }

  /** Undefined where the clock is real. Throws while the gateway is away. */
  async now(): Promise<Instant | undefined> {
    const response = await fetch(this.#url);
    if (!response.ok) return undefined;
    const { processes } = (await response.json()) as Look;
    return processes
      .flatMap(({ standing }) => standing?.now ?? [])
      .toSorted()
      .at(-1);
  }

  /** Why not; undefined when it is done. */
  async #post(advanceTo: Instant): Promise<string | undefined> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ advanceTo }),
    });
    if (response.ok) return undefined;
    const { code, title } = (await response.json()) as { code: string; title: string };
    return code === 'clock.backwards' ? undefined : title;
  }
}
