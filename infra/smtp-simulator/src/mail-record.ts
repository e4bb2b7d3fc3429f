import { z } from 'zod';

/** What becomes of an e-mail that the relay has taken: it lies in the queue, in the mailbox, or came back. */
export const MailStatus = z.enum(['queued', 'delivered', 'bounced']);
export type MailStatus = z.infer<typeof MailStatus>;

/** An e-mail as it came over the wire. */
export const Mail = z.strictObject({
  /** Of the header, without its angle brackets. */
  messageId: z.string().min(1).max(250),
  /** Of the envelope. */
  from: z.string(),
  to: z.string(),
  /** As a mailbox would show them. */
  subject: z.string(),
  text: z.string(),
  /** Byte by byte as it was sent, dot-stuffing undone. */
  source: z.string(),
});
export type Mail = z.infer<typeof Mail>;

/** One e-mail as the relay knows it. `copies` counts what was really put on its way: nothing is recognised and dropped. */
export const MailRecord = z.strictObject({ ...Mail.shape, status: MailStatus, copies: z.int().positive() });
export type MailRecord = z.infer<typeof MailRecord>;
