import { randomUUID } from 'node:crypto';
import { encode } from '@minzheng/messaging';
import type { OutgoingRecord } from '@minzheng/messaging';
import { ApplicationSubmitted } from '@minzheng/types';

/** What differs from the message that a relay would send. */
export interface Changes {
  readonly id?: string;
  readonly type?: string;
  readonly value?: string | Buffer | null;
  readonly headers?: Readonly<Record<string, string | Buffer>>;
}

/** The event number `number` of a key as a message, made by hand: for what no service of ours would send. */
export function submitted(
  key: string,
  number: number,
  { id = randomUUID(), type, value, headers }: Changes = {},
): OutgoingRecord {
  const {
    topic,
    data,
    type: usual,
  } = ApplicationSubmitted.of({
    subject: key,
    data: { applicationId: key, programme: 'DB', householdSize: number, submittedOn: '2026-11-24' },
  });
  const attributes = {
    source: 'https://minzheng.org/services/writer',
    subject: key,
    time: '2026-11-24T00:00:00.000Z',
    correlationid: 'faults',
  };
  const record = encode({
    id,
    topic,
    key,
    type: type ?? usual,
    seq: number,
    headers: attributes,
    data: JSON.stringify(data),
  });
  return { ...record, ...(value !== undefined && { value }), headers: { ...record.headers, ...headers } };
}
