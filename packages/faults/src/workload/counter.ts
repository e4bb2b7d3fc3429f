import { ApplicationSubmitted, decided, instant } from '@minzheng/types';
import type { ApplicationId, Decision, Instant } from '@minzheng/types';
import { z } from 'zod';

/** What the writer counts: each command makes it one more, and the event says which one it was. */
export const Counter = z.strictObject({ id: z.string(), value: z.int().min(1) });
export type Counter = z.infer<typeof Counter>;

export function count(counter: Counter | undefined, id: ApplicationId, at: Instant): Decision<Counter> {
  const value = (counter?.value ?? 0) + 1;
  const submittedOn = instant.civilDate(at);
  const data = { applicationId: id, programme: 'DB' as const, householdSize: value, submittedOn };
  return decided({ id, value }, ApplicationSubmitted.of({ subject: id, data }));
}
