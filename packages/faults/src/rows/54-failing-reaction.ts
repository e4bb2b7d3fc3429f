import type { Row } from '../row.ts';
import { expectSetAside } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

/** A reaction is pure and answers at once, so it cannot leave its promise unresolved; one that never ends is rows 12 and 31. */
export const failingReaction: Row = {
  number: 54,
  name: 'a reaction throws a TypeError, or no Error',
  run: async (bench) => {
    await bench.startAll();
    await expectSetAside(bench, 'a TypeError', 'bug', [submitted('bug-1', 1)]);
    await expectSetAside(bench, 'no Error at all', 'bug', [submitted('odd-1', 1)]);
  },
};
