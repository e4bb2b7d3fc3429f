import { z } from 'zod';

/** What a client asks to be sent; `messageId` is the client's own and says which message this is, however often it is asked. */
export const SmsRequest = z.strictObject({
  messageId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  to: z.string().regex(/^1\d{10}$/),
  text: z.string().min(1).max(500),
});
export type SmsRequest = z.infer<typeof SmsRequest>;

export const SmsStatus = z.enum(['delivered', 'temporary-failure', 'permanent-failure']);
export type SmsStatus = z.infer<typeof SmsStatus>;

/** One message as the provider knows it. `attempts` counts what was really tried on the handset, not what was asked. */
export const SmsRecord = z.strictObject({
  ...SmsRequest.shape,
  receipt: z.string(),
  status: SmsStatus,
  attempts: z.int().positive(),
});
export type SmsRecord = z.infer<typeof SmsRecord>;
