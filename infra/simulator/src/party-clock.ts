import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mountLocalClock } from '@minzheng/http';
import type { LocalClock } from '@minzheng/http';
import { Instant, systemClocks, virtualClocks } from '@minzheng/types';
import type { CivilClock } from '@minzheng/types';
import type { Express } from 'express';

/** A party's clock: the civil time it books by, and its door for whoever moves time. */
export interface PartyClock {
  readonly civil: CivilClock;
  /** Mounted before the token is asked for; does nothing where the clock is real. */
  mount(app: Express): void;
}

/**
 * What a party still has in hand, undefined when nothing; how much it has done; and when it will next do something of itself, where it
 * has set itself a day.
 */
export interface Business {
  readonly waitsFor: () => string | undefined;
  readonly moves: () => number;
  readonly nextDueAt?: () => Instant | undefined;
}

/** A clock that stands at `start` until it is moved, kept in `file` over a restart; without `start` the real one. */
export function partyClock(start: Instant | undefined, file: string, business: Business): PartyClock {
  if (start === undefined) return { civil: systemClocks.civil, mount: () => undefined };
  const clocks = virtualClocks(start);
  clocks.moveTo(kept(file) ?? start);
  const clock: LocalClock = {
    standing: () => {
      const [waitsFor, nextDueAt] = [business.waitsFor(), business.nextDueAt?.()];
      return Promise.resolve({
        now: clocks.civil.now(),
        moves: business.moves(),
        parked: [],
        ...(nextDueAt !== undefined && { nextDueAt }),
        ...(waitsFor !== undefined && { waitsFor }),
      });
    },
    obey: ({ now }) => {
      clocks.moveTo(now);
      writeFileSync(`${file}.new`, clocks.civil.now());
      renameSync(`${file}.new`, file);
      return Promise.resolve();
    },
  };
  return { civil: clocks.civil, mount: (app) => mountLocalClock(app, clock) };
}

function kept(file: string): Instant | undefined {
  try {
    return Instant.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
