import { outbound } from '@minzheng/http';
import type { Metrics } from '@minzheng/observability';
import type { MessageId } from '@minzheng/types';
import { z } from 'zod';
import type { Outcome } from '../domain/message.ts';
import type { Sms } from '../domain/message-state.ts';

/** The SMS provider. Both calls throw OutboundFault when it does not answer: then the outcome is unknown, and only an inquiry tells. */
export interface SmsProvider {
  /** Hands a message over under our id; handing the same over again changes nothing. */
  send(messageId: MessageId, sms: Sms): Promise<Outcome>;
  /** What became of it; undefined when the provider has never accepted it. */
  inquire(messageId: MessageId): Promise<Outcome | undefined>;
  close(): Promise<void>;
}

/** The provider answered, but not what was agreed: nothing of the message can be known from it. */
export class SmsProviderFault extends Error {
  override readonly name = 'SmsProviderFault';
  readonly retriable = true;
}

const Receipt = z.object({ status: z.enum(['delivered', 'temporary-failure', 'permanent-failure']) });

/** The provider does not take the message itself; asking again cannot help. */
const REJECTED: ReadonlySet<number> = new Set([400, 409, 413, 422]);

/** Where the provider is; `metrics` shows its breakers. */
export interface SmsSettings {
  readonly url: string;
  readonly token: string;
  readonly metrics?: Metrics;
}

/** Speaks to the provider over HTTP, with one breaker for sending and one for inquiring. */
export function smsProvider({ url, token, metrics }: SmsSettings): SmsProvider {
  const headers = { authorization: `Bearer ${token}` };
  const client = outbound({ name: 'sms', baseUrl: url, headers, ...(metrics && { metrics }) });
  return {
    send: async (messageId, sms) => {
      const { status, body } = await client.call('send', {
        method: 'POST',
        path: '/messages',
        body: { messageId, ...sms },
      });
      return REJECTED.has(status) ? 'permanent-failure' : outcomeOf(status, body);
    },
    inquire: async (messageId) => {
      const { status, body } = await client.call('inquire', { method: 'GET', path: `/messages/${messageId}` });
      return status === 404 ? undefined : outcomeOf(status, body);
    },
    close: () => client.close(),
  };
}

function outcomeOf(status: number, body: unknown): Outcome {
  const receipt = Receipt.safeParse(body);
  if (status !== 200 || !receipt.success) throw new SmsProviderFault(`the SMS provider answered ${status}`);
  return receipt.data.status;
}
