import { describe, expect, test } from '@jest/globals';
import { dbbCases, dbCases } from './db-table.ts';
import { tlECases } from './tl-e-table.ts';
import { rules } from '../src/domain/means-test/rules.ts';

const tables = { DB: dbCases, DBB: dbbCases, TL_E: tlECases } as const;

describe('the rules and the tables agree', () => {
  const ids = new Set(Object.values(tables).flatMap((rows) => rows.map(({ id }) => id)));
  test.each(Object.entries(tables))('no id stands twice in the table of %s', (_, rows) => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
  for (const [id, { tests }] of Object.entries(rules))
    test(`${id} is proved by rows that exist`, () => {
      expect(tests.length).toBeGreaterThan(0);
      for (const row of tests) expect(ids).toContain(row);
    });
});
