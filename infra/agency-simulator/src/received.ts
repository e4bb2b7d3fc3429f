import { z } from 'zod';

/** A CloudEvent in structured mode, as far as the agency reads it. */
export const AgencyEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  sequence: z.string(),
  personref: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});
export type AgencyEvent = z.infer<typeof AgencyEvent>;

/** One webhook as it came in. */
export const Received = z.strictObject({
  endpoint: z.string(),
  webhookId: z.string(),
  signatures: z.int(),
  isVerified: z.boolean(),
  /** It came before and was taken: the agency did nothing with it. */
  isRepeated: z.boolean(),
  /** 0: never answered. */
  answered: z.int(),
  event: AgencyEvent.optional(),
});
export type Received = z.infer<typeof Received>;
