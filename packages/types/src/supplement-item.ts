import { z } from 'zod';

/** 补正材料: what may be missing from an application (DOMAIN §1.13); never what the bureau can fetch itself. */
export const SupplementItem = z.enum([
  /** 家庭经济状况申报和承诺 */ 'declaration',
  /** 全体成年成员的核对授权书 */ 'authorisation',
  /** 收入财产证明 */ 'income-proof',
  /** 医疗、教育支出票据 */ 'receipts',
  /** 赡养抚养扶养协议或裁判文书 */ 'support-agreement',
  /** 代办委托书 */ 'entrustment',
]);
export type SupplementItem = z.infer<typeof SupplementItem>;
