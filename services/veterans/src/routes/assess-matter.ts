import { query } from '@minzheng/http';
import type { Example, Route } from '@minzheng/http';
import { citesOn, NoFigure, Step, UsedRow, viewAt } from '@minzheng/rules';
import type { ParameterView } from '@minzheng/rules';
import { Refused } from '@minzheng/store';
import { Fen, LocalDate } from '@minzheng/types';
import { z } from 'zod';
import { readMatterCases } from '../adapters/matter-table.ts';
import { Matter } from '../domain/matter.ts';
import type { Answer } from '../domain/rules/answer.ts';
import { assessMatter } from '../domain/rules/assess-matter.ts';
import { rules } from '../domain/rules/rules.ts';
import type { RuleId } from '../domain/rules/rules.ts';
import { OFFICERS } from './officer.ts';
import type { RuleBook } from './rule-book.ts';

const RuleView = z.strictObject({
  rule: z.string(),
  title: z.string(),
  cites: z.array(z.strictObject({ doc: z.string(), article: z.string().optional() })),
});

const MatterView = z.strictObject({
  onDate: LocalDate,
  knownAt: LocalDate,
  codeVersion: z.string(),
  monthlyFen: Fen.optional(),
  oneOffFen: Fen.optional(),
  days: z.record(z.string(), LocalDate).optional(),
  status: z.enum(['entitled', 'suspended', 'cancelled', 'kept', 'waived']).optional(),
  failed: z.array(RuleView).optional(),
  trace: z.array(Step),
  figures: z.array(UsedRow),
  provisional: z.boolean(),
  sample: z.boolean(),
});

export const assessMatterRoute = ({ parameters, codeVersion }: RuleBook): Route =>
  query({
    path: '/veteran-assessments',
    operationId: 'assessMatter',
    summary: 'What the rules for veterans and their families say of one matter; nothing is stored',
    roles: OFFICERS,
    body: z.strictObject({ matter: Matter, onDate: LocalDate.optional(), knownAt: LocalDate.optional() }),
    examples: workedExamples,
    reply: { body: MatterView },
    read: ({ body: { matter, onDate, knownAt }, today }) => {
      const day = onDate ?? today;
      const known = knownAt ?? day;
      const views: ParameterView[] = [];
      const answer = answered(matter, day, (on) => {
        const view = viewAt(parameters, on, known);
        views.push(view);
        return view;
      });
      const figures = views.flatMap((view) => view.used());
      const { failed, days, trace, ...said } = answer;
      return {
        onDate: day,
        knownAt: known,
        codeVersion,
        ...said,
        ...(days && { days: { ...days } }),
        ...(failed && { failed: failed.map((rule) => ruleView(rule, day)) }),
        trace: [...trace],
        figures,
        provisional: views.some((view) => view.isProvisional()),
        sample: figures.some(({ confidence }) => confidence === 'SAMPLE'),
      };
    },
  });

/** V1 to V8 of DOMAIN §12 as somebody would ask them. */
const workedExamples = (): Readonly<Record<string, Example>> =>
  Object.fromEntries(
    readMatterCases()
      .filter(({ id }) => /^V\d/.test(id))
      .map(({ id, why, on: onDate, matter, want }) => [
        `VET ${id}`,
        { summary: why, body: { matter, onDate }, expect: expected(want) },
      ]),
  );

const expected = ({ failed, ...want }: Readonly<Record<string, unknown>>): object =>
  failed === undefined ? want : { failed: (failed as string[]).map((rule) => ({ rule })) };

/** Throws Refused for a day that a figure has no value for. */
function answered(matter: Matter, day: LocalDate, on: (day: LocalDate) => ParameterView): Answer {
  try {
    return assessMatter(matter, day, on);
  } catch (error) {
    if (!(error instanceof NoFigure)) throw error;
    throw new Refused({ code: 'veteran.figures-missing', params: { figure: error.key, onDate: error.onDate } });
  }
}

function ruleView(rule: RuleId, day: LocalDate): z.input<typeof RuleView> {
  const cites = citesOn(rules[rule], day).map(({ doc, article }) => ({
    doc,
    ...(article !== undefined && { article }),
  }));
  return { rule, title: rules[rule].title, cites };
}
