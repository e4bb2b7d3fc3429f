import { z } from 'zod';
import { AllowanceId, ApplicationId } from './ids.ts';

/** 待遇来源: what an entitlement was granted by, a confirmed application or an awarded allowance of a veteran. */
export const EntitlementOrigin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('application'), applicationId: ApplicationId }),
  z.object({ kind: z.literal('allowance'), allowanceId: AllowanceId }),
]);
export type EntitlementOrigin = z.infer<typeof EntitlementOrigin>;
