import { z } from 'zod';

/** 办理时限: the terms within which a case is handled (DOMAIN §2.1, §2.3). */
export const TermKind = z.enum([
  /** 受理 */ 'acceptance',
  /** 补正 */ 'supplement',
  /** 启动调查 */ 'start-survey',
  /** 街道办理 */ 'street',
  /** 区级办理 */ 'district',
  /** 异议答复 */ 'objection',
  /** 总时限 */ 'total',
  /** 急难研判 */ 'triage',
  /** 先行救助 */ 'advance',
  /** 补办手续 */ 'papers',
]);
export type TermKind = z.infer<typeof TermKind>;
