import { citesOn, Step, UsedRow } from '@minzheng/rules';
import type { Rules } from '@minzheng/rules';
import { Fen, LocalDate, Period, ProgrammeCode } from '@minzheng/types';
import type { Language } from '@minzheng/types';
import { z } from 'zod';
import { DecidingLevel } from '../domain/means-test/assessment.ts';
import { firstMonth } from '../domain/programmes/first-month.ts';
import type { Days } from '../domain/programmes/first-month.ts';
import type { Outcome, Programme } from '../domain/programmes/programme.ts';
import type { Finding, Undecided } from '../domain/story/findings.ts';
import { questionFor } from '../domain/story/questions.ts';

/** A rule as people read it: what it is called and where it stands on the day. */
export const RuleView = z.strictObject({
  rule: z.string(),
  title: z.string(),
  cites: z.array(z.strictObject({ doc: z.string(), article: z.string().optional() })),
});

const Question = z.strictObject({
  /** JSON pointer into the facts; members by their id. */
  pointer: z.string(),
  askedOf: z.enum(['household', 'survey', 'register']),
  text: z.string(),
});

const ResultView = z.strictObject({
  programme: ProgrammeCode,
  title: z.string(),
  memberId: z.string().optional(),
  status: z.enum(['ELIGIBLE', 'NOT_ELIGIBLE', 'MANUAL']),
  monthlyFen: Fen.optional(),
  oneOffFen: Fen.optional(),
  parts: z.array(z.strictObject({ rule: z.string(), memberId: z.string().optional(), amountFen: Fen })).optional(),
  months: z.int().optional(),
  validUntil: LocalDate.optional(),
  level: DecidingLevel.optional(),
  payFrom: Period.optional(),
  failed: z.array(RuleView).optional(),
  /** What is paid now goes on unchanged up to and with this month (DB-9). */
  continuesUntil: Period.optional(),
  question: Question.optional(),
  /** Rules that apply at once with none before the other: a person decides. */
  conflict: z.array(z.string()).optional(),
  /** Open as well, instead of the programme named. */
  alternativeTo: ProgrammeCode.optional(),
  trace: z.array(Step),
  figures: z.array(UsedRow),
  provisional: z.boolean(),
  /** Rests on figures invented for trying the platform out. */
  sample: z.boolean(),
});
type ResultView = z.input<typeof ResultView>;

export const AssessmentView = z.strictObject({
  onDate: LocalDate,
  knownAt: LocalDate,
  codeVersion: z.string(),
  /** Refusals found before every fact is told list only the reasons known so far. */
  preCheck: z.boolean(),
  /** The first programme, in the order of classification, that the household or one of its members is admitted to. */
  classified: ProgrammeCode.optional(),
  next: Question.optional(),
  results: z.array(ResultView),
});

export const ruleView = (rules: Rules, id: string, day: LocalDate): z.input<typeof RuleView> => {
  const rule = rules[id];
  if (rule === undefined) return { rule: id, title: id, cites: [] };
  const cites = citesOn(rule, day).map(({ doc, article }) => ({ doc, ...(article !== undefined && { article }) }));
  return { rule: id, title: rule.title, cites };
};

/** One finding as its reader sees it. */
export function resultView(finding: Finding, days: Days, language: Language): ResultView {
  const { ready, memberId, outcome, alternativeTo, trace } = finding;
  const { programme, used, provisional } = ready;
  return {
    programme: programme.code,
    title: programme.title,
    ...(memberId !== undefined && { memberId }),
    ...said(outcome, programme, days, language),
    ...(alternativeTo && { alternativeTo }),
    trace: [...trace],
    figures: [...used],
    provisional,
    sample: used.some(({ confidence }) => confidence === 'SAMPLE'),
  };
}

type Said = Omit<ResultView, 'programme' | 'title' | 'memberId' | 'trace' | 'figures' | 'provisional' | 'sample'>;

function said(outcome: Outcome | Undecided, programme: Programme, days: Days, language: Language): Said {
  if ('needs' in outcome) return { status: 'MANUAL', question: questionView(outcome.needs, language) };
  if ('conflict' in outcome) return { status: 'MANUAL', conflict: [...outcome.conflict] };
  if (!outcome.isEligible) {
    const failed = outcome.failed.map((rule) => ruleView(programme.rules, rule, days.decidedOn));
    const { continuesUntil } = outcome;
    return { status: 'NOT_ELIGIBLE', failed, ...(continuesUntil && { continuesUntil }) };
  }
  const { isEligible: _, parts, ...due } = outcome;
  const payFrom = firstMonth(programme.paysFrom, days);
  return { status: 'ELIGIBLE', ...due, parts: [...parts], ...(payFrom && { payFrom }) };
}

export function questionView(path: string, language: Language): z.input<typeof Question> {
  const { askedOf, [language]: text } = questionFor(path);
  return { pointer: `/facts/${path.replaceAll('.', '/')}`, askedOf, text };
}
