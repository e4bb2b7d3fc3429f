import type { Instant } from '@minzheng/types';
import { z } from 'zod';

/** 工号: officers are compared by it. */
export const StaffNo = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/);

/** Who acts and when. */
export interface Act {
  readonly by: string;
  readonly at: Instant;
}
