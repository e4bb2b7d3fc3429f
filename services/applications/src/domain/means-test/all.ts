import { NeedFact } from './known.ts';
import type { RuleId } from './rules.ts';

type Part = readonly [rule: RuleId, holds: () => boolean];

/** Whether every part holds, and the rules that failed. */
export interface Findings {
  readonly holds: boolean;
  readonly failed: readonly RuleId[];
}

/**
 * With full facts every failing rule is listed. With partial facts one known failure decides; else the first fact that is
 * missing is asked for, by throwing NeedFact. The order of the parts is the order of the questions.
 */
export function all(parts: readonly Part[]): Findings {
  const findings = parts.map(([rule, holds]) => ({ rule, found: tried(holds) }));
  const failed = findings.filter(({ found }) => found === false).map(({ rule }) => rule);
  const need = findings.map(({ found }) => found).find((found) => found instanceof NeedFact);
  if (failed.length === 0 && need !== undefined) throw need;
  return { holds: failed.length === 0, failed };
}

function tried(holds: () => boolean): boolean | NeedFact {
  try {
    return holds();
  } catch (error) {
    if (error instanceof NeedFact) return error;
    throw error;
  }
}
