import type { Logger } from '@minzheng/observability';
import type { ClockStanding, Instant, MachineClock } from '@minzheng/types';

/** One process whose clock is moved. */
export interface ClockedProcess {
  readonly name: string;
  /** Throws while it is away. */
  standing(): Promise<ClockStanding>;
  order(order: { readonly now: Instant; readonly retryParked: boolean }): Promise<void>;
}

/** What the barrier works with. */
export interface BarrierSettings {
  readonly processes: readonly ClockedProcess[];
  readonly machine: Pick<MachineClock, 'monotonicMs'>;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  pause(ms: number): Promise<void>;
}

/** The clock stands: `culprit` names the process, `reason` what it waits for. */
export class ClockStuck extends Error {
  override readonly name = 'ClockStuck';
  readonly culprit: string;
  readonly reason: string;
  constructor(culprit: string, reason: string) {
    super(`${culprit} waits for ${reason}`);
    this.culprit = culprit;
    this.reason = reason;
  }
}

/** How long nothing may change while somebody waits; a process that is away is waited for as long. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 15;

interface Seen {
  readonly process: ClockedProcess;
  /** Undefined while it is away. */
  readonly standing: ClockStanding | undefined;
}

/**
 * Moves the civil clock of all processes at once (ARCHITECTURE "Time"): from one deadline to the next, never past one, and only
 * when at the moment before nothing is left to do anywhere.
 */
export class Barrier {
  private readonly settings: BarrierSettings;
  private last: Promise<unknown> = Promise.resolve();

  constructor(settings: BarrierSettings) {
    this.settings = settings;
  }

  /** Resolves when everything that is due up to `to` has been done. One caller at a time. Throws ClockStuck. */
  advance(to: Instant): Promise<Instant> {
    const turn = this.last.then(() => this.advanceNow(to));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Where each process stands now; without a standing while it is away. */
  async look(): Promise<{ name: string; standing: ClockStanding | undefined }[]> {
    return (await this.ask()).map(({ process: { name }, standing }) => ({ name, standing }));
  }

  private async advanceNow(to: Instant): Promise<Instant> {
    for (;;) {
      const { now, nextDueAt } = await this.settled();
      if (now >= to) return now;
      const next = nextDueAt !== undefined && nextDueAt < to ? nextDueAt : to;
      this.settings.log.info({ at: next }, 'civil clock moved');
      // Whoever is away just now is told when the next settling finds it behind.
      await Promise.allSettled(
        this.settings.processes.map((process) => process.order({ now: next, retryParked: false })),
      );
    }
  }

  /** Waits until all are settled and nothing has moved between two looks. */
  private async settled(): Promise<{ now: Instant; nextDueAt: Instant | undefined }> {
    const retried = new Set<string>();
    let before = '';
    let changedMs = this.settings.machine.monotonicMs();
    for (;;) {
      const all = await this.ask();
      const state = JSON.stringify(all.map(({ standing }) => standing));
      const isSame = state === before;
      before = state;
      if (!isSame) changedMs = this.settings.machine.monotonicMs();
      const culprit = waitingIn(all);
      if (culprit === undefined) {
        const standings = all.flatMap(({ standing }) => standing ?? []);
        if (!(await this.corrected(all, standings, retried)) && isSame) return meeting(standings);
        continue;
      }
      if (this.settings.machine.monotonicMs() - changedMs > PATIENCE_MS) throw culprit;
      await this.settings.pause(LOOK_AGAIN_MS);
    }
  }

  /** True when somebody had to be told something first: the time that the others have, or to try what it has parked. */
  private async corrected(
    all: readonly Seen[],
    standings: readonly ClockStanding[],
    retried: Set<string>,
  ): Promise<boolean> {
    const latest = standings
      .map(({ now }) => now)
      .toSorted()
      .at(-1);
    const told = all.map(async ({ process, standing }) => {
      if (standing === undefined || latest === undefined) return false;
      const again = standing.parked.find((id) => retried.has(id));
      if (again !== undefined) throw new ClockStuck(process.name, `the parked message ${again}, tried again in vain`);
      const retryParked = standing.parked.length > 0;
      if (standing.now === latest && !retryParked) return false;
      const done = await process.order({ now: latest, retryParked }).then(
        () => standing.parked,
        () => [],
      );
      for (const id of done) retried.add(id);
      return true;
    });
    return (await Promise.all(told)).includes(true);
  }

  private ask(): Promise<Seen[]> {
    return Promise.all(
      this.settings.processes.map(async (process) => ({
        process,
        standing: await process.standing().catch(() => undefined),
      })),
    );
  }
}

function waitingIn(all: readonly Seen[]): ClockStuck | undefined {
  for (const { process, standing } of all) {
    if (standing === undefined) return new ClockStuck(process.name, 'its own return');
    if (standing.waitsFor !== undefined) return new ClockStuck(process.name, standing.waitsFor);
  }
  return undefined;
}

function meeting(standings: readonly ClockStanding[]): { now: Instant; nextDueAt: Instant | undefined } {
  const [first] = standings;
  if (first === undefined) throw new RangeError('no process has a clock');
  return { now: first.now, nextDueAt: standings.flatMap(({ nextDueAt }) => nextDueAt ?? []).toSorted()[0] };
}
