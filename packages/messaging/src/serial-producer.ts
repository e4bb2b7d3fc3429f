import type { Logger } from '@minzheng/observability';
import type { Broker, ProducerPort } from './broker.ts';
import type { OutgoingRecord } from './record.ts';

/** Past this a producer is given up: a frozen broker would hold it for as long as it is frozen (DELIVERY finding 4). */
const WATCHDOG_MS = 7_000;

/** The watchdog's verdict. Whether the messages were written is not known: send them again, consumers know them by their ids. */
export class SendTimedOut extends Error {
  override readonly name = 'SendTimedOut';
  readonly retriable = true;
}

/**
 * A producer with one send in flight, ever: with two, a timeout of one makes Kafka take the other for a duplicate and drop it
 * (DELIVERY finding 3). After any failure the instance is left behind and the next send begins with a new one.
 */
export class SerialProducer {
  private readonly broker: Pick<Broker, 'openProducer' | 'pace' | 'log'>;
  private readonly log: Logger;
  private instance: ProducerPort | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(broker: Pick<Broker, 'openProducer' | 'pace' | 'log'>) {
    this.broker = broker;
    this.log = broker.log;
  }

  /** Resolves when all in-sync replicas have the messages. Calls wait for one another. Throws when the outcome is not known. */
  send(records: readonly OutgoingRecord[]): Promise<void> {
    const turn = this.last.then(() => this.sendNow(records));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Waits for the send in flight. */
  async close(): Promise<void> {
    await this.last;
    const { instance } = this;
    this.instance = undefined;
    await instance?.close();
  }

  private async sendNow(records: readonly OutgoingRecord[]): Promise<void> {
    const attempt: Attempt = {};
    try {
      await this.watched(this.attempt(records, attempt));
    } catch (error) {
      this.abandon(attempt);
      throw error;
    }
  }

  private async attempt(records: readonly OutgoingRecord[], attempt: Attempt): Promise<void> {
    const instance = this.instance ?? (await this.broker.openProducer());
    if (attempt.isAbandoned === true) return instance.abandon();
    this.instance = instance;
    await instance.send(records);
  }

  private async watched(work: Promise<void>): Promise<void> {
    const done = new AbortController();
    try {
      await Promise.race([work, this.watchdog(done.signal)]);
    } finally {
      done.abort();
      work.catch(() => undefined);
    }
  }

  private async watchdog(done: AbortSignal): Promise<void> {
    await this.broker.pace.sleep(WATCHDOG_MS, done);
    if (!done.aborted) throw new SendTimedOut('a send has not been answered in time');
  }

  private abandon(attempt: Attempt): void {
    attempt.isAbandoned = true;
    this.instance?.abandon();
    this.instance = undefined;
    this.log.warn({}, 'producer replaced');
  }
}

/** One send: whoever is still connecting when it is given up must not become the next send's instance. */
interface Attempt {
  isAbandoned?: boolean;
}
