import type { ParkedClass, ParkedRow } from '@minzheng/store';
import { z } from 'zod';
import { jittered } from './pace.ts';
import type { Pace } from './pace.ts';
import type { IncomingRecord } from './record.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When a parked message is tried again (DELIVERY §3.5); after the last it is dead and waits for a person. */
export const RETRY_AFTER_MS = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS] as const;

/** Why a message is set aside. `err` is a code or a name of ours, never a value of the message. */
export interface Verdict {
  readonly class: ParkedClass;
  readonly err: string;
  readonly eventId?: string | undefined;
}

/** A key is in order within its topic, so it is the pair that is parked. */
export function laneKey({ topic, partition, offset, key }: IncomingRecord): string {
  return key === null ? `${topic}|#${partition}-${offset}` : `${topic}|${key.toString('utf8')}`;
}

/** What no event can be made of is copied to the dead topic at once; no waiting makes it better. */
export function isContentFault(kind: ParkedClass): boolean {
  return kind === 'poison' || kind === 'schema' || kind === 'unsupported';
}

export function parkedRow(group: string, record: IncomingRecord, verdict: Verdict, pace: Pace): ParkedRow {
  const { topic, partition, offset } = record;
  const nowMs = pace.nowMs();
  // A content fault is due at once for its copy on the dead topic, not for a retry.
  const delayMs = isContentFault(verdict.class) ? 0 : jittered(RETRY_AFTER_MS[0], pace);
  return {
    id: `${group}|${topic}|${partition}|${offset}`,
    group,
    topic,
    partition,
    offset,
    key: laneKey(record),
    ...verdict,
    attempts: 0,
    nextAt: nowMs + delayMs,
    at: nowMs,
    st: 1,
    raw: rawOf(record),
  };
}

/**
 * The row after one more attempt that failed: due later, or, after the last, at once for its copy on the dead topic. One that was behind
 * another has only now been looked at: it begins as a row just parked does.
 */
export function failedAgain(row: ParkedRow, verdict: Verdict, pace: Pace): ParkedRow {
  const attempts = row.class === 'behind' ? 0 : row.attempts + 1;
  const nextAt = pace.nowMs() + jittered(RETRY_AFTER_MS[attempts] ?? 0, pace);
  const failed: ParkedRow = { ...row, ...verdict, attempts, nextAt, st: 1 };
  return row.class === 'behind' && isContentFault(verdict.class) ? { ...failed, nextAt: row.at } : failed;
}

const Raw = z.object({
  key: z.base64().nullable(),
  value: z.base64().nullable(),
  headers: z.array(z.tuple([z.string(), z.base64()])),
});

function rawOf({ key, value, headers }: IncomingRecord): Uint8Array {
  const raw: z.infer<typeof Raw> = {
    key: key?.toString('base64') ?? null,
    value: value?.toString('base64') ?? null,
    headers: [...headers].map(([name, bytes]) => [name, bytes.toString('base64')]),
  };
  return Buffer.from(JSON.stringify(raw));
}

/** The message as it was when it was parked. Throws when the row does not hold one. */
export function recordOf({ topic, partition, offset, raw }: ParkedRow): IncomingRecord {
  const { key, value, headers } = Raw.parse(JSON.parse(Buffer.from(raw).toString('utf8')));
  return {
    topic,
    partition,
    offset,
    key: bytesOf(key),
    value: bytesOf(value),
    headers: new Map(headers.map(([name, text]) => [name, Buffer.from(text, 'base64')])),
  };
}

function bytesOf(text: string | null): Buffer | null {
  return text === null ? null : Buffer.from(text, 'base64');
}
