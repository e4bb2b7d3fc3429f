import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { History } from './history.ts';
import type { Operation } from './history.ts';
import type { Officer } from './officer.ts';

const ATTEMPT_MS = 10_000;
const AGAIN_MS = 150;
/** 409 is a command still under way, 429 and 503 say "later", 500 may be anything: all are asked again. */
const LATER = new Set([409, 429, 500, 502, 503, 504]);

export interface LoadSettings {
  readonly officer: Officer;
  /** Writers to choose from; a command goes on with the next one when one does not answer. */
  readonly urls: () => readonly string[];
  readonly keys: readonly string[];
  /** Between two commands of one client. */
  readonly everyMs: number;
  /** How many clients at once; each has a key of its own as long as there are enough. */
  readonly clients: number;
}

/** Clients that give commands one after another, each until it is acknowledged. */
export class Load {
  readonly history = new History();
  /** How often a service said that too much is waiting for it to take more. */
  toldBusy = 0;
  private readonly settings: LoadSettings;
  private readonly stopping = new AbortController();
  private readonly running: Promise<unknown>;

  constructor(settings: LoadSettings) {
    this.settings = settings;
    this.running = Promise.all(Array.from({ length: settings.clients }, (_, index) => this.client(index)));
  }

  acknowledged(): number {
    return this.history.of('ok').length;
  }

  /** Lets the commands under way end, but waits no longer than `graceMs` for them. */
  async stop(graceMs = 30_000): Promise<void> {
    this.stopping.abort();
    await Promise.race([this.running, pause(graceMs, undefined, { ref: false })]);
  }

  /** One more command on each key; true when all were acknowledged within `withinMs`. */
  async onceMore(withinMs: number): Promise<boolean> {
    const untilMs = performance.now() + withinMs;
    const all = await Promise.all(
      this.settings.keys.map((key, index) => this.command(key, index, () => performance.now() < untilMs)),
    );
    return all.every(({ outcome }) => outcome === 'ok');
  }

  private async client(index: number): Promise<void> {
    const { keys, everyMs } = this.settings;
    const key = keys[index % keys.length] ?? '';
    while (!this.stopping.signal.aborted) {
      const stopMs = (): boolean => !this.stopping.signal.aborted;
      await this.command(key, index, stopMs);
      await pause(everyMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** The same command, again and again, until it has its answer. */
  private async command(key: string, client: number, mayGoOn: () => boolean): Promise<Operation> {
    const operation = this.history.invoke(key, performance.now());
    const idempotencyKey = randomUUID();
    do {
      await this.attempt(operation, idempotencyKey, client + operation.attempts);
      if (operation.outcome !== 'unknown') break;
      await pause(AGAIN_MS + Math.random() * AGAIN_MS);
    } while (mayGoOn());
    return operation;
  }

  private async attempt(operation: Operation, idempotencyKey: string, turn: number): Promise<void> {
    operation.attempts += 1;
    const urls = this.settings.urls();
    try {
      const response = await fetch(`${urls[turn % urls.length]}/counters/${operation.key}/count`, {
        method: 'POST',
        headers: {
          authorization: await this.settings.officer.authorization(),
          'content-type': 'application/json',
          'idempotency-key': `"${idempotencyKey}"`,
        },
        body: '{}',
        signal: AbortSignal.timeout(ATTEMPT_MS),
      });
      const body = (await response.json()) as { value?: number; code?: string };
      if (response.status === 200) return this.ended(operation, 'ok', body.value);
      if (body.code === 'service.busy') this.toldBusy += 1;
      operation.lastError = String(response.status);
      if (!LATER.has(response.status)) this.ended(operation, 'fail');
    } catch (error) {
      operation.lastError = error instanceof Error ? error.name : 'unknown';
    }
  }

  private ended(operation: Operation, outcome: 'ok' | 'fail', number?: number): void {
    operation.endedMs = performance.now();
    operation.outcome = outcome;
    if (number !== undefined) operation.number = number;
  }
}
