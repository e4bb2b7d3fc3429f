import { describe, expect, test } from '@jest/globals';
import { dbbCases, dbCases } from './db-table.ts';
import { readStoryTables } from '../src/adapters/worked-examples.ts';
import { tlECases } from './tl-e-table.ts';
import { readProgrammes } from '../src/adapters/read-programmes.ts';

const storyTables = readStoryTables();
const caseTables = { DB: dbCases, DBB: dbbCases, TL_E: tlECases } as const;
const programmes = await readProgrammes();
const every = [...Object.values(caseTables), ...storyTables.values()];

describe('the rules and the tables agree', () => {
  const ids = new Set(every.flatMap((rows) => rows.map(({ id }) => id)));
  test.each([...Object.entries(caseTables), ...storyTables])('no id stands twice in the table of %s', (_, rows) => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
  describe.each(programmes)('$code', ({ rules }) => {
    test.each(Object.entries(rules))('%s is proved by rows that exist', (_, { tests }) => {
      expect(tests.length).toBeGreaterThan(0);
      for (const row of tests) expect(ids).toContain(row);
    });
  });
});
