import { decided, refuse } from '@minzheng/types';
import type { ApplicationSubmitted, Decision } from '@minzheng/types';
import { z } from 'zod';

/** What the reader makes of a counter's events: how many had their effect, the last number, and how many came out of turn. */
export const Tally = z.strictObject({
  id: z.string(),
  count: z.int(),
  last: z.int(),
  outOfTurn: z.int(),
  cause: z.string(),
  on: z.string(),
});
export type Tally = z.infer<typeof Tally>;

/** Every delivery of a key's events, repeated ones too: only the watermark stands between it and a double count. */
export const Seen = z.strictObject({ id: z.string(), times: z.int() });
export type Seen = z.infer<typeof Seen>;

export function tally(
  state: Tally | undefined,
  { id, subject, data }: ApplicationSubmitted,
): Decision<Tally> | 'ignore' {
  const { count = 0, last = 0, outOfTurn = 0 } = state ?? {};
  const number = data.householdSize;
  // The same id with other content: the first wins, and a person must look.
  if (id === state?.cause && data.submittedOn !== state.on) return refuse('version.conflict');
  if (number <= last) return 'ignore';
  const missed = number === last + 1 ? 0 : 1;
  return decided({
    id: subject,
    count: count + 1,
    last: number,
    outOfTurn: outOfTurn + missed,
    cause: id,
    on: data.submittedOn,
  });
}

export function seen(state: Seen | undefined, { subject }: ApplicationSubmitted): Decision<Seen> {
  return decided({ id: subject, times: (state?.times ?? 0) + 1 });
}
