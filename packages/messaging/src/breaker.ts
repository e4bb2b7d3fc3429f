import type { Pace } from './pace.ts';

/** Fewer than these say nothing: a handful of bad messages is an accident of theirs. */
const LEAST_MESSAGES = 200;
const MOST_SHARE = 0.05;
const WINDOW_MS = 60_000;
const OPEN_MS = 60_000;

/**
 * Stands between a release with a bug and a whole topic of parked messages: when more than one in twenty of the last minute's messages
 * could not be taken, the group stands still for a minute, then tries again with what is next. The messages wait in Kafka.
 */
export class Breaker {
  private readonly pace: Pick<Pace, 'monotonicMs'>;
  private readonly onOpen: () => void;
  private sinceMs = -Infinity;
  private messages = 0;
  private refused = 0;
  private openUntilMs = -Infinity;

  constructor(pace: Pick<Pace, 'monotonicMs'>, onOpen: () => void) {
    this.pace = pace;
    this.onOpen = onOpen;
  }

  get isOpen(): boolean {
    return this.pace.monotonicMs() < this.openUntilMs;
  }

  /** A chunk is done with: so many messages, so many of which were parked for what they are or for what a reaction did with them. */
  record(messages: number, refused: number): void {
    const nowMs = this.pace.monotonicMs();
    if (nowMs - this.sinceMs > WINDOW_MS) this.restart(nowMs);
    this.messages += messages;
    this.refused += refused;
    if (this.messages < LEAST_MESSAGES || this.refused <= this.messages * MOST_SHARE) return;
    this.restart(nowMs);
    this.openUntilMs = nowMs + OPEN_MS;
    this.onOpen();
  }

  private restart(nowMs: number): void {
    this.sinceMs = nowMs;
    this.messages = 0;
    this.refused = 0;
  }
}
