import type { Journal } from '@minzheng/simulator';
import { MailRecord } from './mail-record.ts';
import type { Mail, MailStatus } from './mail-record.ts';

/** The relay's memory: every e-mail it has answered for, by its Message-ID. */
export class Relay {
  readonly #journal: Journal;
  readonly #records = new Map<string, MailRecord>();
  #heard = 0;

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const line of journal.lines) this.#remember(MailRecord.parse(line));
  }

  /** E-mails whose content it has in hand or had, whatever became of them; counted from its start. */
  get heard(): number {
    return this.#heard;
  }

  /** The content of one more has come to its end. */
  hear(): void {
    this.#heard += 1;
  }

  /** Takes an e-mail, as often as it is sent: a relay does not look whether it knows one. */
  take(mail: Mail, status: MailStatus): void {
    this.#keep({ ...mail, status, copies: (this.#records.get(mail.messageId)?.copies ?? 0) + 1 });
  }

  /** What became of it; one that waits in the queue comes back as undeliverable once somebody has asked for it. */
  ask(messageId: string): MailRecord | undefined {
    const record = this.#records.get(messageId);
    if (record?.status === 'queued') this.#keep({ ...record, status: 'bounced' });
    return record;
  }

  sentTo(address: string): MailRecord[] {
    return [...this.#records.values()].filter(({ to }) => to === address);
  }

  #keep(record: MailRecord): void {
    this.#journal.append(record);
    this.#remember(record);
  }

  #remember(record: MailRecord): void {
    this.#records.set(record.messageId, record);
  }
}
