import { query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { NoFigure, viewAt } from '@minzheng/rules';
import type { ParameterView } from '@minzheng/rules';
import { Refused } from '@minzheng/store';
import { LocalDate, ProgrammeCode } from '@minzheng/types';
import type { Role } from '@minzheng/types';
import { z } from 'zod';
import { ToldStory } from '../domain/means-test/story.ts';
import type { Programme } from '../domain/programmes/programme.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { assessStory } from '../domain/story/assess-story.ts';
import type { NamedStory } from '../domain/story/assess-story.ts';
import { isGranted, readyOn } from '../domain/story/findings.ts';
import type { Finding } from '../domain/story/findings.ts';
import { AssessmentView, questionView, resultView } from './assessment-view.ts';
import { workedExamples } from './worked-examples.ts';

/** Whoever asks what is due, or has to answer for it. */
export const askers: readonly Role[] = [
  'resident',
  'street-officer',
  'district-reviewer',
  'district-decider',
  'parameter-maker',
  'parameter-checker',
  'auditor',
];

const Question = z.strictObject({
  facts: ToldStory,
  /** All of them unless told. */
  programmes: z.array(ProgrammeCode).min(1).max(ProgrammeCode.options.length).optional(),
  /** The day of the decision; today unless told. */
  onDate: LocalDate.optional(),
  /** What had been published by this day counts; the day of the decision unless told. */
  knownAt: LocalDate.optional(),
  /** For what is due from the month of the application; the day of the decision unless told. */
  appliedOn: LocalDate.optional(),
});

export const assessStoryRoute = (programmes: readonly Programme[], { parameters, codeVersion }: RuleBook): Route =>
  query({
    path: '/assessments',
    operationId: 'assessStory',
    summary: 'What is due to a household, what is not and why, and what to ask next; nothing is stored',
    roles: askers,
    body: Question,
    examples: workedExamples,
    reply: { body: AssessmentView },
    read: ({ body: { facts, onDate, knownAt, appliedOn, programmes: wanted }, today, language }) => {
      const decidedOn = onDate ?? today;
      const known = knownAt ?? decidedOn;
      const found = asked(facts, programmes, () => viewAt(parameters, decidedOn, known));
      const told = found.filter(({ ready }) => wanted === undefined || wanted.includes(ready.programme.code));
      const needs = told.map(({ outcome }) => ('needs' in outcome ? outcome.needs : undefined)).find(Boolean);
      const first = told.find((one) => one.ready.programme.place !== undefined && isGranted(one) && !one.alternativeTo);
      return {
        onDate: decidedOn,
        knownAt: known,
        codeVersion,
        preCheck: facts.members === undefined || needs !== undefined,
        ...(first && { classified: first.ready.programme.code }),
        ...(facts.members === undefined && { next: questionView('members', language) }),
        ...(needs !== undefined && { next: questionView(needs, language) }),
        results: told.map((one) => resultView(one, { appliedOn: appliedOn ?? decidedOn, decidedOn }, language)),
      };
    },
  });

/** Without members there is nothing to ask a programme. A day that a figure has no value for is refused. */
function asked(facts: ToldStory, programmes: readonly Programme[], view: () => ParameterView): Finding[] {
  const { members } = facts;
  if (members === undefined) return [];
  try {
    const story: NamedStory = { ...facts, members };
    return assessStory(story, readyOn(programmes, view));
  } catch (error) {
    if (!(error instanceof NoFigure)) throw error;
    const { key: figure, onDate } = error;
    throw new Refused({ code: 'assessment.figures-missing', params: { figure, onDate } });
  }
}
