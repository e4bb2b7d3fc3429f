import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const folder = join(import.meta.dirname, '../docs/guarantees');
const pages = readdirSync(folder).filter((name) => name !== 'README.md');

interface Row {
  readonly page: string;
  readonly target: string;
  readonly says: string;
}

/** A row of a page's tables: a link to a file, and a name or a test title that must stand in it. */
function rowsOf(page: string): Row[] {
  const lines = readFileSync(join(folder, page), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, target, cell] = /^\| \[[^\]]+\]\(([^)]+)\) \| (.+?) \|/.exec(line) ?? [];
    return target === undefined || cell === undefined ? [] : [{ page, target, says: cell.replaceAll('`', '') }];
  });
}

const rows = pages.flatMap((page) => rowsOf(page));

test.each(rows)('$page: "$says" stands in $target', ({ target, says }) => {
  expect(readFileSync(join(folder, target), 'utf8')).toContain(says);
});

test('every guarantee says by which lines it holds and which test would fail', () => {
  for (const page of pages.filter((name) => name !== 'simulation.md')) {
    const targets = rowsOf(page).map(({ target }) => target);
    expect(targets.filter((target) => target.endsWith('.test.ts')).length).toBeGreaterThan(1);
    expect(targets.filter((target) => !target.endsWith('.test.ts')).length).toBeGreaterThan(1);
  }
});

test('the list names every page, and every page exists', () => {
  const listed = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/\]\(([a-z-]+\.md)\)/g)].map(
    ([, name]) => name ?? '',
  );
  expect(listed.toSorted()).toEqual(pages.toSorted());
  expect(listed.every((name) => existsSync(join(folder, name)))).toBe(true);
});
