import { query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { LocalDate, ProgrammeCode } from '@minzheng/types';
import { z } from 'zod';
import type { Programme } from '../domain/programmes/programme.ts';
import { askers } from './assess-story.ts';
import { ruleView, RuleView } from './assessment-view.ts';

const ProgrammeView = z.strictObject({
  programme: ProgrammeCode,
  title: z.string(),
  about: z.enum(['household', 'person']),
  /** Its place in the order of classification. */
  place: z.int().optional(),
  paysFrom: z.enum(['month-after-decision', 'month-of-application', 'month-of-decision', 'at-once', 'nothing']),
  rules: z.array(RuleView),
});

export const listProgrammes = (programmes: readonly Programme[]): Route =>
  query({
    path: '/programmes',
    operationId: 'listProgrammes',
    summary: 'What can be assessed, and by which rules',
    roles: askers,
    query: z.strictObject({ onDate: LocalDate.optional() }),
    reply: { body: z.strictObject({ items: z.array(ProgrammeView) }) },
    read: ({ query: { onDate }, today }) => ({
      items: programmes.map(({ code, title, about, place, paysFrom, rules }) => ({
        programme: code,
        title,
        about,
        ...(place !== undefined && { place }),
        paysFrom,
        rules: Object.keys(rules).map((id) => ruleView(rules, id, onDate ?? today)),
      })),
    }),
  });
