import type { ParameterView } from '@minzheng/rules';
import { calendar, instant, Instant, LocalDate, localDate, TermKind } from '@minzheng/types';
import type { Dated } from '@minzheng/types';
import { z } from 'zod';

const Unit = z.enum(['working-days', 'days', 'hours']);

/** 办理时限: the time one step has, from the moment that set it running. Kept after its end: how long a step took is part of the case. */
export const Term = z.strictObject({
  kind: TermKind,
  startedAt: Instant,
  allowed: z.int().positive(),
  unit: Unit,
  dueOn: LocalDate,
  /** The first moment that is too late: 24:00 of the last day (CAL-1), or the end of the last hour (CAL-5). */
  dueAt: Instant,
  /** Reckoned over a year whose holidays are not known yet (CAL-6). */
  provisional: z.boolean(),
  /** Every norm that limits it; the shortest counts (DOMAIN §0.1-4). */
  sources: z.array(z.strictObject({ docNo: z.string(), allowed: z.int().positive() })),
  ended: z.strictObject({ as: z.enum(['met', 'dropped']), at: Instant }).optional(),
  missedAt: Instant.optional(),
});
export type Term = z.infer<typeof Term>;

interface TermRule {
  readonly unit: z.infer<typeof Unit>;
  /** Parameters that each limit it. */
  readonly keys: readonly string[];
}

/** DOMAIN §2.1 and §2.3 for DB, DBB and TL_E. */
const rules: Readonly<Record<Exclude<TermKind, 'objection'>, TermRule>> = {
  acceptance: { unit: 'working-days', keys: ['sla.acceptance'] },
  supplement: { unit: 'days', keys: ['sla.supplement'] },
  'start-survey': { unit: 'working-days', keys: ['sla.startSurvey'] },
  street: { unit: 'working-days', keys: ['sla.street'] },
  district: { unit: 'working-days', keys: ['sla.district.province', 'sla.district.procedure'] },
  total: { unit: 'working-days', keys: ['sla.total'] },
  triage: { unit: 'hours', keys: ['sla.relief.triage'] },
  advance: { unit: 'hours', keys: ['sla.relief.advance'] },
  papers: { unit: 'working-days', keys: ['sla.relief.papers'] },
};
/** 审核确认权限下放: confirmed by the street itself, a case has less time. */
const DEVOLVED_TOTAL: TermRule = { unit: 'working-days', keys: ['sla.total.devolved'] };
const EXTENDED_TOTAL: TermRule = { unit: 'working-days', keys: ['sla.total.extended'] };

/** The term of a kind that is set running at a moment. */
export const termOf = (kind: keyof typeof rules, startedAt: Instant, view: ParameterView): Term =>
  reckoned(kind, startedAt, rules[kind], view);

/** The terms that acceptance sets running, by whether confirmation is devolved to the street. */
export const termsOfAcceptance = (startedAt: Instant, isDevolved: boolean, view: ParameterView): Term[] => [
  termOf('start-survey', startedAt, view),
  termOf('street', startedAt, view),
  reckoned('total', startedAt, isDevolved ? DEVOLVED_TOTAL : rules.total, view),
];

/** 延长: an objection gives the case a longer total, from where its total began, and has itself until then (§2.1 row 9). */
export const termsOfObjection = (startedAt: Instant, view: ParameterView): Term[] =>
  (['objection', 'total'] as const).map((kind) => reckoned(kind, startedAt, EXTENDED_TOTAL, view));

function reckoned(kind: TermKind, startedAt: Instant, { unit, keys }: TermRule, view: ParameterView): Term {
  const sources = keys.map((key) => sourceOf(key, view));
  const allowed = Math.min(...sources.map((source) => source.allowed));
  return { kind, startedAt, allowed, unit, ...endOf(startedAt, allowed, unit), sources };
}

function sourceOf(key: string, view: ParameterView): Term['sources'][number] {
  const allowed = view.must(key);
  const docNo = view.used().find((row) => row.key === key)?.docNo ?? key;
  return { docNo, allowed };
}

type End = Pick<Term, 'dueOn' | 'dueAt' | 'provisional'>;

function endOf(startedAt: Instant, allowed: number, unit: TermRule['unit']): End {
  if (unit === 'hours') {
    const dueAt = calendar.addClockHours(startedAt, allowed);
    return { dueOn: instant.civilDate(dueAt), dueAt, provisional: false };
  }
  const from = instant.civilDate(startedAt);
  return endOfDay(unit === 'days' ? calendar.endOfDays(from, allowed) : calendar.addWorkingDays(from, allowed));
}

const endOfDay = ({ date, provisional }: Dated): End => ({
  dueOn: date,
  dueAt: instant.startOfDay(localDate.addDays(date, 1)),
  provisional,
});

/** The term of a kind that a step counts on; its absence is a bug. */
export function lastTerm({ terms }: { readonly terms: readonly Term[] }, kind: TermKind): Term {
  const term = terms.findLast((one) => one.kind === kind);
  if (term === undefined) throw new TypeError(`a case in this state has the term ${kind}`);
  return term;
}

/** How much of a term has gone by then, in its own unit; it stands still once the term has ended. */
export function usedOf({ unit, startedAt, ended }: Term, now: Instant): number {
  const until = ended?.at ?? now;
  if (unit === 'hours') return Math.floor((instant.ms(until) - instant.ms(startedAt)) / MS_PER_HOUR);
  const [from, to] = [instant.civilDate(startedAt), instant.civilDate(until)];
  return unit === 'days' ? localDate.diffDays(from, to) : calendar.workingDaysBetween(from, to);
}

const MS_PER_HOUR = 3_600_000;

/** 预警: green, amber from 70 % of the time on, red once it has run out (DOMAIN §2.1). */
export const TermLight = z.enum(['green', 'amber', 'red']);
export type TermLight = z.infer<typeof TermLight>;

const AMBER_PERCENT = 70;

export function lightOf(term: Term, now: Instant): TermLight {
  const { dueAt, missedAt, ended, allowed } = term;
  if (missedAt !== undefined || (ended?.at ?? now) >= dueAt) return 'red';
  if (ended !== undefined) return 'green';
  return usedOf(term, now) * 100 >= allowed * AMBER_PERCENT ? 'amber' : 'green';
}
