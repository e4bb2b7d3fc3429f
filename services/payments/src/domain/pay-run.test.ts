import { describe, expect, test } from '@jest/globals';
import { emptyRun, fileOf } from '../../test/samples.ts';
import { holdsExactly } from './bank-file.ts';
import { chained, linesHash } from './lines-hash.ts';
import { approvePayRun, drawIntoPayRun, releasePayRun, submitPayRun } from './pay-run.ts';

const { file, lines } = fileOf(100_00, 200_00);
const drawn = drawIntoPayRun(emptyRun(), {
  files: [file],
  withoutAccount: [],
  cursor: 'e-2',
  reissueCursor: undefined,
  isLastPage: true,
});
if (!drawn.ok) throw new Error('an open run can be drawn into');
const run = drawn.state;
const seen = { linesHash: run.linesHash, totalFen: run.totalFen };
const submitted = { ...run, status: 'submitted', submittedBy: 'FM-2' } as const;
const approved = { ...submitted, status: 'approved', approvedBy: 'FC-1' } as const;

describe('three people pay', () => {
  test.each([
    ['who drew it up may not approve it', approvePayRun(submitted, 'FM-1', seen), 'pay-run.approved-by-its-maker'],
    ['who submitted it may not approve it', approvePayRun(submitted, 'FM-2', seen), 'pay-run.approved-by-its-maker'],
    [
      'who drew it up may not release it',
      releasePayRun(approved, 'FM-1', seen),
      'pay-run.released-by-maker-or-checker',
    ],
    [
      'who submitted it may not release it',
      releasePayRun(approved, 'FM-2', seen),
      'pay-run.released-by-maker-or-checker',
    ],
    [
      'who approved it may not release it',
      releasePayRun(approved, 'FC-1', seen),
      'pay-run.released-by-maker-or-checker',
    ],
    [
      'another total is not approved',
      approvePayRun(submitted, 'FC-1', { ...seen, totalFen: 1 }),
      'pay-run.totals-changed',
    ],
    [
      'other lines are not approved',
      approvePayRun(submitted, 'FC-1', { ...seen, linesHash: 'x' }),
      'pay-run.totals-changed',
    ],
    [
      'another total is not released',
      releasePayRun(approved, 'FR-1', { ...seen, totalFen: 1 }),
      'pay-run.totals-changed',
    ],
    [
      'other lines are not released',
      releasePayRun(approved, 'FR-1', { ...seen, linesHash: 'x' }),
      'pay-run.totals-changed',
    ],
    ['an empty run is not submitted', submitPayRun({ ...run, count: 0 }, 'FM-1'), 'pay-run.nothing-due'],
  ])('%s', (_, decision, code) => {
    expect(decision).toMatchObject({ ok: false, refusal: { code } });
  });

  test('each step is told with the run’s totals', () => {
    const data = { payRunId: run.id, period: run.period, count: 2, totalFen: 300_00 };
    const decisions = [
      submitPayRun(run, 'FM-1'),
      approvePayRun(submitted, 'FC-1', seen),
      releasePayRun(approved, 'FR-1', seen),
    ];
    expect(decisions.map((decision) => decision.ok && decision.events[0])).toMatchObject([
      { data },
      { data },
      { data },
    ]);
  });
});

describe('the hash', () => {
  const [first, second] = lines;
  if (first === undefined || second === undefined) throw new Error('two lines were drawn');

  test.each([
    ['another amount', [{ ...first, amountFen: second.amountFen }, second]],
    ['another account', [{ ...first, accountId: second.accountId }, second]],
    ['another payment', [{ ...first, id: second.id }, second]],
    [
      'places exchanged',
      [
        { ...first, line: 2 },
        { ...second, line: 1 },
      ],
    ],
    ['a line less', [first]],
  ])('differs for %s', (_, changed) => {
    expect(holdsExactly(file, changed)).toBe(false);
  });

  test('is the same for the same lines in whatever order they were read', () => {
    expect(holdsExactly(file, [second, first])).toBe(true);
    expect(linesHash(lines)).toBe(file.linesHash);
  });

  test('of a run depends on each of its files and their order', () => {
    const other = { id: 'run-1-0002', linesHash: 'another' };
    expect(run.linesHash).toBe(chained(emptyRun().linesHash, file));
    expect([file, other].reduce(chained, 'run-1')).not.toBe([other, file].reduce(chained, 'run-1'));
  });
});
