/** Two exceptions apply at once and neither says that it goes before the other: a person decides. */
export class Conflict extends Error {
  readonly rules: readonly string[];

  constructor(rules: readonly string[]) {
    super(`the exceptions ${rules.join(' and ')} apply at once`);
    this.name = 'Conflict';
    this.rules = rules;
  }
}

/** What one rule says. */
export interface Ruling<RuleId extends string, V> {
  readonly rule: RuleId;
  readonly value: V;
}

interface Exception<RuleId extends string, V> extends Ruling<RuleId, V> {
  readonly when: boolean;
  /** The rules that this one goes before where both apply. */
  readonly beats?: readonly RuleId[];
}

/** The base, unless an exception applies. Two that apply at once throw Conflict, never a silent pick (LAW_AS_CODE §4). */
export function unless<RuleId extends string, V>(
  base: Ruling<RuleId, V>,
  exceptions: readonly Exception<RuleId, V>[],
): Ruling<RuleId, V> {
  const apply = exceptions.filter(({ when }) => when);
  const [strongest, ...others] = apply.filter(({ rule }) => !apply.some(({ beats = [] }) => beats.includes(rule)));
  if (others.length > 0) throw new Conflict(apply.map(({ rule }) => rule));
  return strongest === undefined ? base : { rule: strongest.rule, value: strongest.value };
}
