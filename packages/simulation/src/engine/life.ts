import type { Logger } from '@minzheng/observability';
import type { Broker } from '@minzheng/messaging';
import { NoAnswer } from './no-answer.ts';
import type { Server } from './server.ts';
import type { Appointment } from './schedule.ts';
import type { World } from './world.ts';

type Pace = Broker['pace'];
type Settle<T> = (answer: { readonly value: T } | { readonly error: unknown }) => void;

/** Simulated clocks begin here, so that a clock that goes behind still shows a time after 1970. */
const BEGIN_MS = 1_800_000_000_000;
const LOSS = 0.3;

/**
 * One process from its start to its crash. Nothing reaches its code but through `enter`: a dead process hears nothing, a stopped one
 * hears everything later. So it can end, or stand still, between any two things that it waits for.
 */
export class Life {
  readonly name: string;
  readonly service: string;
  readonly world: World;
  readonly pace: Pace;
  readonly log: Logger;
  isAlive = true;
  resumedAtMs = -Infinity;
  private pausedUntilMs = 0;

  constructor(world: World, service: string, name: string, skewMs: number) {
    this.world = world;
    this.service = service;
    this.name = name;
    this.pace = this.paceWith(skewMs);
    this.log = this.logger();
  }

  crash(): void {
    if (!this.isAlive) return;
    this.world.note(this.name, 'CRASH');
    this.isAlive = false;
  }

  pause(forMs: number): void {
    this.world.note(this.name, `STOPPED for ${forMs} ms`);
    this.pausedUntilMs = this.world.nowMs + forMs;
    this.resumedAtMs = this.pausedUntilMs;
  }

  resume(): void {
    this.pausedUntilMs = Math.min(this.pausedUntilMs, this.world.nowMs);
    this.resumedAtMs = Math.min(this.resumedAtMs, this.world.nowMs);
  }

  /** Has its code run after so long, if it still lives. */
  later(ms: number, what: string, run: () => void): Appointment {
    return this.world.schedule.after(ms, () => this.enter(what, run));
  }

  /** Asks a server; `effect` happens there, between the two ways. */
  call<T>(server: Server, what: string, effect: () => T, patienceMs: number): Promise<T> {
    return this.ask<T>(server, what, (answer) => answer(effect()), patienceMs);
  }

  /** The same for a server that takes its time: `effect` answers when it likes. Throws NoAnswer past the patience. */
  ask<T>(server: Server, what: string, effect: (answer: (value: T) => void) => void, patienceMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const sinceMs = this.world.nowMs;
      const settle: Settle<T> = (answer) => ('value' in answer ? resolve(answer.value) : reject(answer.error));
      const giveUp = (): void => {
        const leftMs = Math.max(1, sinceMs + patienceMs - this.world.nowMs);
        this.later(leftMs, `${what} unanswered`, () => settle({ error: new NoAnswer(what) }));
      };
      this.world.schedule.after(server.wayMs(), () => this.arrive(server, what, effect, settle, giveUp));
    });
  }

  private arrive<T>(
    server: Server,
    what: string,
    effect: (answer: (value: T) => void) => void,
    settle: Settle<T>,
    giveUp: () => void,
  ): void {
    const { random, schedule } = this.world;
    // What a process sent in its last moment may have left the machine or not.
    if (!this.isAlive && random.chance(0.5)) return;
    if (server.has('away')) return this.answer(server, what, settle, { error: new NoAnswer(what) });
    if (server.has('frozen')) {
      giveUp();
      schedule.after(server.leftMs('frozen') + random.between(0, 20), () =>
        this.arrive(server, what, effect, settle, () => undefined),
      );
      return;
    }
    if (server.has('lossy') && random.chance(LOSS)) return giveUp();
    const isAnswerLost = server.has('lossy') && random.chance(LOSS);
    this.world.note(server.name, `${what} of ${this.name}${isAnswerLost ? ' (answer lost)' : ''}`);
    try {
      effect((value) => (isAnswerLost ? giveUp() : this.answer(server, what, settle, { value })));
    } catch (error) {
      if (isAnswerLost) giveUp();
      else this.answer(server, what, settle, { error });
    }
  }

  private answer<T>(server: Server, what: string, settle: Settle<T>, answer: Parameters<Settle<T>>[0]): void {
    this.later(server.wayMs(), `${what} answered`, () => settle(answer));
  }

  private enter(what: string, run: () => void): void {
    if (!this.isAlive) return;
    const waitMs = this.pausedUntilMs - this.world.nowMs;
    if (waitMs > 0) {
      this.later(waitMs + this.world.random.between(0, 3), what, run);
      return;
    }
    this.world.note(this.name, what);
    run();
  }

  private paceWith(skewMs: number): Pace {
    return {
      nowMs: () => BEGIN_MS + skewMs + this.world.nowMs,
      monotonicMs: () => this.world.nowMs,
      random: () => this.world.random.next(),
      sleep: (ms, signal) => this.sleep(ms, signal),
    };
  }

  private sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const awake = this.later(ms, 'wakes', resolve);
      signal?.addEventListener('abort', () => {
        awake.cancel();
        resolve();
      });
    });
  }

  private logger(): Logger {
    const write = (_: object, message: string): void => this.world.note(this.name, `“${message}”`);
    return { debug: write, info: write, warn: write, error: write, child: () => this.log };
  }
}
