import { createHash } from 'node:crypto';
import type { Journal } from '@minzheng/simulator';
import { SmsRecord } from './sms-record.ts';
import type { SmsRequest, SmsStatus } from './sms-record.ts';

/** The provider's memory: every message by its client's id. */
export class Provider {
  readonly #journal: Journal;
  readonly #records = new Map<string, SmsRecord>();

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const line of journal.lines) this.#remember(SmsRecord.parse(line));
  }

  /**
   * Delivers a message once. The same id and content again gives the first receipt; other content under a known id gives
   * 'conflict'; a message that failed for the moment is tried again.
   */
  submit(request: SmsRequest, fate: SmsStatus): SmsRecord | 'conflict' {
    const known = this.#records.get(request.messageId);
    if (known && (known.to !== request.to || known.text !== request.text)) return 'conflict';
    if (known && known.status !== 'temporary-failure') return known;
    const record: SmsRecord = {
      ...request,
      receipt: receiptOf(request.messageId),
      status: fate,
      attempts: (known?.attempts ?? 0) + 1,
    };
    this.#journal.append(record);
    this.#remember(record);
    return record;
  }

  find(messageId: string): SmsRecord | undefined {
    return this.#records.get(messageId);
  }

  sentTo(mobile: string): SmsRecord[] {
    return [...this.#records.values()].filter(({ to }) => to === mobile);
  }

  #remember(record: SmsRecord): void {
    this.#records.set(record.messageId, record);
  }
}

const receiptOf = (messageId: string): string => createHash('sha256').update(messageId).digest('hex').slice(0, 16);
