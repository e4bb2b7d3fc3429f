import { z } from 'zod';

/** 撤回事由: why a sum is asked back no more. */
export const WithdrawalReason = z.enum([
  /** 应当发放: the month was owed after all */ 'owed-after-all',
  /** 未实际领取: the money never came to the payee */ 'not-received',
  /** 已退票: the bank has given the money back itself */ 'returned-by-bank',
]);
export type WithdrawalReason = z.infer<typeof WithdrawalReason>;
