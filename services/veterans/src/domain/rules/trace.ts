import { z } from 'zod';
import { rules } from './rules.ts';
import type { RuleId } from './rules.ts';

const Rule = z.enum(Object.keys(rules) as [RuleId, ...RuleId[]]);

/** 计算步骤: one step of the calculation; `from` are the numbers of earlier steps, `params` the keys of the parameters read. */
export const Step = z.strictObject({
  rule: Rule,
  value: z.union([z.int(), z.boolean()]),
  /** 'yes-no' is a finding. */
  unit: z.enum(['fen', 'years', 'yes-no']),
  from: z.array(z.int().min(0)),
  limit: z.int().optional(),
  params: z.array(z.string()).optional(),
});
export type Step = z.infer<typeof Step>;
