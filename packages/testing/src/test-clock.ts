import { setTimeout as pause } from 'node:timers/promises';
import { ClockStanding, instant } from '@minzheng/types';
import type { Instant } from '@minzheng/types';

const TICK_MS = 50;

/** The civil clock of one service that was started with CIVIL_CLOCK; it stands still until it is moved. */
export interface TestClock {
  standing(): Promise<ClockStanding>;
  moveTo(at: Instant): Promise<void>;
  /** To the earliest deadline, however far ahead. Throws when there is none. */
  toNextDue(): Promise<Instant>;
  /** Lets it run like any clock from where it stands, also while the service is away; what is given back stops it. */
  run(): () => Promise<void>;
}

export function testClock(urlOf: () => string): TestClock {
  const ask = async (init?: RequestInit): Promise<Response> => {
    const response = await fetch(`${urlOf()}/local/clock`, init);
    if (!response.ok) throw new Error(`the clock answers ${response.status}`);
    return response;
  };
  const standing = async (): Promise<ClockStanding> => ClockStanding.parse(await (await ask()).json());
  const moveTo = async (now: Instant): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    await ask({ method: 'PUT', headers, body: JSON.stringify({ now }) });
  };
  return {
    standing,
    moveTo,
    toNextDue: async () => {
      const { nextDueAt } = await standing();
      if (nextDueAt === undefined) throw new Error('nothing is due, ever');
      await moveTo(nextDueAt);
      return nextDueAt;
    },
    run: () => running(standing, moveTo),
  };
}

function running(standing: TestClock['standing'], moveTo: TestClock['moveTo']): () => Promise<void> {
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const beganMs = performance.now();
      await pause(TICK_MS);
      // A service that is away has its time stand still, and goes on from there.
      await standing()
        .then(({ now }) => moveTo(instant.plus(now, Math.round(performance.now() - beganMs))))
        .catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await ended;
  };
}
