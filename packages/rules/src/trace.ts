import { z } from 'zod';

/** 'fen-scaled' is fen × 10,000, exact where fen would not be; 'yes-no' is a finding. */
const Unit = z.enum(['fen-scaled', 'fen', 'years', 'months', 'count', 'yes-no']);

/**
 * 计算步骤: one step of the calculation; `from` are the numbers of earlier steps, `params` the keys of the parameters read.
 * `over` divides `value` where a share leaves no whole number.
 */
export const Step = z.strictObject({
  rule: z.string(),
  value: z.union([z.int(), z.boolean()]),
  unit: Unit,
  over: z.int().min(2).optional(),
  from: z.array(z.int().min(0)),
  limit: z.int().optional(),
  params: z.array(z.string()).optional(),
});
export type Step = z.infer<typeof Step>;

interface Detail {
  readonly over?: number;
  readonly limit?: number;
  readonly params?: readonly string[];
}

/** A flat list of steps that form a directed graph: a letter walks back from the last one (LAW_AS_CODE §5). */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- A rule that a programme does not know must not compile.
export class Trace<RuleId extends string = string> {
  readonly steps: Step[] = [];

  /** Adds a step and gives its number. */
  step(
    rule: RuleId,
    value: number | boolean,
    unit: Step['unit'],
    from: readonly number[],
    detail: Detail = {},
  ): number {
    const { over = 1, limit, params } = detail;
    this.steps.push({
      rule,
      value,
      unit,
      ...(over > 1 && { over }),
      from: [...from],
      ...(limit !== undefined && { limit }),
      ...(params && { params: [...params] }),
    });
    return this.steps.length - 1;
  }
}
