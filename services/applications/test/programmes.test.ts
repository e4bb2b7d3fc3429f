import { describe, expect, test } from '@jest/globals';
import { overlaid, Trace, viewAt } from '@minzheng/rules';
import { readStoryTables } from '../src/adapters/worked-examples.ts';
import type { StoryCase } from '../src/adapters/worked-examples.ts';
import { readLaw } from '../src/adapters/law.ts';
import { readProgrammes } from '../src/adapters/read-programmes.ts';
import { firstMonth } from '../src/domain/programmes/first-month.ts';
import type { Outcome, Programme } from '../src/domain/programmes/programme.ts';

const { parameters } = readLaw();
const storyTables = readStoryTables();
const programmes = await readProgrammes();

function decide({ at, about }: Programme, row: StoryCase, trace?: Trace): Outcome {
  const member = row.story.members.find(({ memberId }) => memberId === row.about);
  const view = viewAt(overlaid(parameters, row.overlay), row.on, row.knownAt);
  const { story, holds } = row;
  return at(view)({ story, holds, ...(about === 'person' && member && { member }) }, trace);
}

/** What a table says of an outcome: amounts in fen, or the rules that failed. */
function told(outcome: Outcome): object {
  if (!outcome.isEligible) return { ...outcome, isEligible: undefined };
  const { monthlyFen, oneOffFen, months, validUntil, level } = outcome;
  return {
    monthly: monthlyFen,
    ...(oneOffFen !== undefined && { oneOff: oneOffFen }),
    ...(months !== undefined && { months }),
    ...(validUntil !== undefined && { validUntil }),
    ...(level !== undefined && { level }),
  };
}

const began = ({ paysFrom }: Programme, { appliedOn, on }: StoryCase): object =>
  appliedOn === undefined ? {} : { payFrom: firstMonth(paysFrom, { appliedOn, decidedOn: on }) };

describe.each(programmes)('$code by its test table', (programme) => {
  const rows = storyTables.get(programme.code) ?? [];
  test('has one', () => expect(rows.length).toBeGreaterThan(0));
  test.each(rows)('$id $why', (row) => {
    expect({ ...told(decide(programme, row)), ...began(programme, row) }).toEqual(row.want);
  });

  test('its trace never changes an answer, and leads from every step to earlier ones', () => {
    for (const row of rows) {
      const trace = new Trace();
      expect(told(decide(programme, row, trace))).toEqual(told(decide(programme, row)));
      for (const [at, { rule, from }] of trace.steps.entries()) {
        expect(programme.rules).toHaveProperty([rule]);
        for (const earlier of from) expect(earlier).toBeLessThan(at);
      }
    }
  });

  test('every rule that a row fails by is one of its own', () => {
    for (const { want } of rows)
      for (const rule of (want['failed'] ?? []) as string[]) expect(programme.rules).toHaveProperty([rule]);
  });

  test('a sum is the sum of its parts', () => {
    for (const row of rows) {
      const outcome = decide(programme, row);
      if (!outcome.isEligible) continue;
      const due = outcome.oneOffFen ?? outcome.monthlyFen;
      expect(outcome.parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(due);
    }
  });
});
