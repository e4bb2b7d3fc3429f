import { NeedFact } from './known.ts';

/** A rule, and whether it holds. */
export type Part<RuleId extends string = string> = readonly [rule: RuleId, holds: () => boolean];

/** Whether every part holds, and the rules that failed. */
export interface Findings<RuleId extends string = string> {
  readonly holds: boolean;
  readonly failed: readonly RuleId[];
}

/**
 * With full facts every failing rule is listed, once. With partial facts one known failure decides; else the first fact that
 * is missing is asked for, by throwing NeedFact. The order of the parts is the order of the questions.
 */
export function all<RuleId extends string>(parts: readonly Part<RuleId>[]): Findings<RuleId> {
  const findings = parts.map(([rule, holds]) => ({ rule, found: tried(holds) }));
  const failed = new Set(findings.filter(({ found }) => found === false).map(({ rule }) => rule));
  const need = findings.map(({ found }) => found).find((found) => found instanceof NeedFact);
  if (failed.size === 0 && need !== undefined) throw need;
  return { holds: failed.size === 0, failed: [...failed] };
}

/** One part that holds is enough; a fact is asked for only where no part is known to hold. */
export function any(parts: readonly (() => boolean)[]): boolean {
  const findings = parts.map((holds) => tried(holds));
  if (findings.includes(true)) return true;
  const need = findings.find((found) => found instanceof NeedFact);
  if (need !== undefined) throw need;
  return false;
}

function tried(holds: () => boolean): boolean | NeedFact {
  try {
    return holds();
  } catch (error) {
    if (error instanceof NeedFact) return error;
    throw error;
  }
}
