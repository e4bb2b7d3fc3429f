import { z } from 'zod';

/** 追缴事由: why a sum that was paid is not owed. */
export const RecoveryKind = z.enum([/** 身故后发放: for a month after the death (PAY-2) */ 'paid-after-death']);
export type RecoveryKind = z.infer<typeof RecoveryKind>;
