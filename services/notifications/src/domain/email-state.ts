import { Instant, Language } from '@minzheng/types';
import type { EmailAddress } from '@minzheng/types';
import { z } from 'zod';

/**
 * 邮件状态. Accepted: the relay has taken it, which is no proof that it arrived. Unknown: it was handed over and nobody answered; the
 * relay is asked before anything else.
 */
export const EmailStatus = z.enum([
  'created',
  'sending',
  'unknown',
  'accepted',
  'delivered',
  'temporary-failure',
  'permanent-failure',
]);
export type EmailStatus = z.infer<typeof EmailStatus>;

/** How it stands with the e-mail of a message. */
export const Email = z.strictObject({
  status: EmailStatus,
  attempts: z.int().nonnegative(),
  /** When it came to its present status. */
  changedAt: Instant,
});
export type Email = z.infer<typeof Email>;

/** What is handed to the relay, fixed when the e-mail is made: every attempt sends the same, under the same Message-ID. */
export const Mail = z.strictObject({
  to: z.custom<EmailAddress>((value) => typeof value === 'string'),
  language: Language,
  subject: z.string(),
  text: z.string(),
  /** What its Date header says. */
  writtenAt: Instant,
});
export type Mail = z.infer<typeof Mail>;
