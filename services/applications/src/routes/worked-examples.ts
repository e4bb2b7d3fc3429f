import type { Example } from '@minzheng/http';
import { viewAt } from '@minzheng/rules';
import type { ProgrammeCode } from '@minzheng/types';
import { readLaw } from '../adapters/law.ts';
import { readProgrammes } from '../adapters/read-programmes.ts';
import { askedBy, isWorkedExample, readStoryTables } from '../adapters/worked-examples.ts';
import type { StoryCase } from '../adapters/worked-examples.ts';
import { readyOn } from '../domain/story/findings.ts';
import { toldFor } from '../domain/story/told-for.ts';

const programmes = await readProgrammes();

/** The worked examples of DOMAIN §12 as somebody would ask them, `DB E10`: no more is told than is asked. */
export function workedExamples(): Readonly<Record<string, Example>> {
  const { parameters } = readLaw();
  const rows = [...readStoryTables()].flatMap(([programme, cases]) =>
    cases.filter(isWorkedExample).map((row) => ({ programme, row })),
  );
  return Object.fromEntries(
    rows.map(({ programme, row }) => {
      const ready = readyOn(programmes, () => viewAt(parameters, row.on, row.knownAt));
      return [`${programme} ${row.id}`, exampleOf(programme, row, toldFor(programme, askedBy(row), ready))];
    }),
  );
}

function exampleOf(programme: ProgrammeCode, row: StoryCase, facts: object): Example {
  const { on: onDate, knownAt, appliedOn, why } = row;
  const body = {
    facts,
    programmes: [programme],
    onDate,
    knownAt,
    ...(appliedOn !== undefined && { appliedOn }),
  };
  const member = row.about === 'm1' ? {} : { memberId: row.about };
  return { summary: why, body, expect: { results: [{ programme, ...member, ...expected(row) }] } };
}

function expected({ want }: StoryCase): object {
  const { failed, monthly, oneOff, ...rest } = want;
  if (failed !== undefined)
    return { status: 'NOT_ELIGIBLE', failed: (failed as string[]).map((rule) => ({ rule })), ...rest };
  return {
    status: 'ELIGIBLE',
    monthlyFen: monthly,
    ...(oneOff !== undefined && { oneOffFen: oneOff }),
    ...rest,
  };
}
