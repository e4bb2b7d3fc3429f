import type { Admin } from 'kafkajs';
import type { Pace } from '../pace.ts';
import type { KafkaClient } from './client.ts';

/** Kafka did not answer a question about itself in time. */
export class KafkaAway extends Error {
  override readonly name = 'KafkaAway';
  readonly retriable = true;
}

interface Connection {
  readonly client: KafkaClient;
  readonly admin: Admin;
  readonly ready: Promise<void>;
}

/** One connection for questions. After a failure or a silence it is cut, and the next question opens a new one. */
export class KafkaAdmin {
  private readonly newClient: () => KafkaClient;
  private readonly pace: Pace;
  private connection: Connection | undefined;

  constructor(newClient: () => KafkaClient, pace: Pace) {
    this.newClient = newClient;
    this.pace = pace;
  }

  async ask<T>(question: (admin: Admin) => Promise<T>, withinMs: number): Promise<T> {
    const connection = (this.connection ??= this.opened());
    const answer = connection.ready.then(() => question(connection.admin));
    const done = new AbortController();
    try {
      return await Promise.race([answer, this.silence(withinMs, done.signal)]);
    } catch (error) {
      if (this.connection === connection) this.connection = undefined;
      connection.client.sockets.cut();
      answer.catch(() => undefined);
      throw error;
    } finally {
      done.abort();
    }
  }

  async close(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    await connection?.admin.disconnect().catch(() => undefined);
    connection?.client.sockets.cut();
  }

  private opened(): Connection {
    const client = this.newClient();
    const admin = client.kafka.admin();
    admin.on(admin.events.REQUEST_TIMEOUT, ({ payload }) => client.sockets.timedOut(payload.broker));
    return { client, admin, ready: admin.connect() };
  }

  private async silence(withinMs: number, done: AbortSignal): Promise<never> {
    await this.pace.sleep(withinMs, done);
    // Once the answer is there nobody listens to this any more.
    throw new KafkaAway('no answer in time');
  }
}
