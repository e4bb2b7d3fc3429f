import { z } from 'zod';
import { rules } from './rules.ts';
import type { RuleId } from './rules.ts';

const Rule = z.enum(Object.keys(rules) as [RuleId, ...RuleId[]]);

/** 'fen-scaled' is fen × 10,000, exact where fen would not be; 'yes-no' is a finding. */
const Unit = z.enum(['fen-scaled', 'fen', 'count', 'yes-no']);

/** 计算步骤: one step of the calculation; `from` are the numbers of earlier steps, `params` the keys of the parameters read. */
export const Step = z.strictObject({
  rule: Rule,
  value: z.union([z.int(), z.boolean()]),
  unit: Unit,
  from: z.array(z.int().min(0)),
  limit: z.int().optional(),
  params: z.array(z.string()).optional(),
});
export type Step = z.infer<typeof Step>;

interface Detail {
  readonly limit?: number;
  readonly params?: readonly string[];
}

/** A flat list of steps that form a directed graph: a letter walks back from the last one (LAW_AS_CODE §5). */
export class Trace {
  readonly steps: Step[] = [];

  /** Adds a step and gives its number. */
  step(
    rule: RuleId,
    value: number | boolean,
    unit: Step['unit'],
    from: readonly number[],
    detail: Detail = {},
  ): number {
    const { limit, params } = detail;
    this.steps.push({
      rule,
      value,
      unit,
      from: [...from],
      ...(limit !== undefined && { limit }),
      ...(params && { params: [...params] }),
    });
    return this.steps.length - 1;
  }
}
