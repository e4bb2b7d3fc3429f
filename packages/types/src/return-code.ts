import { z } from 'zod';

/** 退回原因: why a bank did not credit a payment; each bank's own codes map onto these (DOMAIN §3.3). */
export const ReturnCode = z.enum([
  /** 户名不符: name mismatch */ 'R01',
  /** Account not found */ 'R02',
  /** 销户: account closed */ 'R03',
  /** 冻结: frozen by a court */ 'R04',
  /** Dormant or abnormal */ 'R05',
  /** The social-security card's bank side is not activated */ 'R06',
  /** ID verification inconsistent */ 'R07',
  /** Limit of a class-II account */ 'R08',
  /** Timeout: the status is unknown, ask and never send again */ 'R09',
  /** The same txnRef again */ 'R10',
  /** The holder has died */ 'R11',
  /** Other */ 'R99',
]);
export type ReturnCode = z.infer<typeof ReturnCode>;
