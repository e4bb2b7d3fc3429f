import { Random } from './random.ts';
import { Schedule } from './schedule.ts';
import { Trace } from './trace.ts';

/** A promise that was broken: `promise` is stable and names it, `detail` says how. */
export interface Violation {
  readonly promise: string;
  readonly detail: string;
}

/** Everything that one run shares: time, chance, and what is written down about it. */
export class World {
  readonly random: Random;
  readonly schedule: Schedule;
  readonly trace: Trace;
  violation: Violation | undefined;

  constructor(seed: number, inWords: boolean) {
    this.random = new Random(seed);
    this.schedule = new Schedule(() => this.random.next());
    this.trace = new Trace(inWords);
  }

  get nowMs(): number {
    return this.schedule.nowMs;
  }

  note(who: string, what: string): void {
    this.trace.note(this.nowMs, who, what);
  }

  /** The first broken promise ends the run. */
  broken(promise: string, detail: string): void {
    if (this.violation !== undefined) return;
    this.violation = { promise, detail };
    this.note('checker', `BROKEN ${promise}: ${detail}`);
  }
}
