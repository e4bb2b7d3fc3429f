import { ApplicationSubmitted } from '@minzheng/types';
import type { NewEvent } from '@minzheng/types';
import { z } from 'zod';

/** What the first service keeps, and tells as an event. */
export const Application = z.strictObject({ id: z.string(), status: z.literal('submitted'), householdSize: z.int() });
export type Application = z.infer<typeof Application>;

/** What the second service keeps of it: the effect. */
export const Receipt = z.strictObject({ id: z.string(), householdSize: z.int(), receivedAt: z.string() });
export type Receipt = z.infer<typeof Receipt>;

export const TOPIC = ApplicationSubmitted.topic;

export const applicationOf = (id: string): Application => ({ id, status: 'submitted', householdSize: 3 });

export const submitted = ({ id, householdSize }: Application): NewEvent =>
  ApplicationSubmitted.of({
    subject: id,
    data: { applicationId: id, programme: 'DB', householdSize, submittedOn: '2026-11-24' },
  });

/** Ids in chunks, as many chunks as make up about `n`. */
export function chunksOf(n: number, size: number): string[][] {
  // Begins with a letter: digits alone would look like somebody's number, which is no id.
  const run = `b${crypto.randomUUID().slice(0, 8)}`;
  return Array.from({ length: Math.max(1, Math.round(n / size)) }, (_, chunk) =>
    Array.from({ length: size }, (__, i) => `${run}-${chunk}-${i}`),
  );
}
