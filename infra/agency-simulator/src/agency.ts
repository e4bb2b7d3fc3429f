import type { Journal } from '@minzheng/simulator';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { AgencyEvent, Received } from './received.ts';

/** The secrets by which an endpoint knows its sender; any of them will do. */
export const Endpoint = z.strictObject({
  endpoint: z.string(),
  secrets: z.array(z.string().startsWith('whsec_')).max(5),
});
export type Endpoint = z.infer<typeof Endpoint>;

type Headers = Readonly<Record<string, string>>;

/** The agency's memory: its endpoints' secrets, and every webhook in the order they came. */
export class Agency {
  readonly #endpoints: Journal;
  readonly #webhooks: Journal;
  readonly #secrets = new Map<string, readonly string[]>();
  readonly #received: Received[] = [];
  readonly #taken = new Set<string>();

  constructor(endpoints: Journal, webhooks: Journal) {
    this.#endpoints = endpoints;
    this.#webhooks = webhooks;
    for (const line of endpoints.lines) this.#know(Endpoint.parse(line));
    for (const line of webhooks.lines) this.#remember(Received.parse(line));
  }

  learn(endpoint: Endpoint): void {
    this.#endpoints.append(endpoint);
    this.#know(endpoint);
  }

  /** The event when the signature holds, by the reference library of Standard Webhooks; undefined otherwise. */
  read(endpoint: string, body: string, headers: Headers): AgencyEvent | undefined {
    for (const secret of this.#secrets.get(endpoint) ?? []) {
      try {
        return AgencyEvent.parse(new Webhook(secret).verify(body, { ...headers }));
      } catch {
        continue;
      }
    }
    return undefined;
  }

  /** Writes down what came and what it is answered with, before it is answered. */
  note(entry: Omit<Received, 'isRepeated'>): void {
    const received = { ...entry, isRepeated: this.#taken.has(keyOf(entry)) };
    this.#webhooks.append(received);
    this.#remember(received);
  }

  receivedAt(endpoint: string): Received[] {
    return this.#received.filter((one) => one.endpoint === endpoint);
  }

  #know({ endpoint, secrets }: Endpoint): void {
    this.#secrets.set(endpoint, secrets);
  }

  #remember(received: Received): void {
    this.#received.push(received);
    if (isTaken(received)) this.#taken.add(keyOf(received));
  }
}

const keyOf = ({ endpoint, webhookId }: Pick<Received, 'endpoint' | 'webhookId'>): string => `${endpoint}|${webhookId}`;

/** What was never answered may have been taken all the same. */
const isTaken = ({ isVerified, answered }: Received): boolean => isVerified && (answered === 200 || answered === 0);
