import type { Row } from '../row.ts';
import { expectEffects, expectSetAside } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

/** The first wins; the second is a contradiction that a person must see. */
export const sameIdOtherContent: Row = {
  number: 48,
  name: 'the same event id with other content',
  run: async (bench) => {
    await bench.startAll();
    const record = submitted('other-1', 1, { id: 'one-id' });
    await bench.send(record);
    await expectEffects(bench, 'other-1', 1);
    const value = String(record.value).replace('2026-11-24', '2026-11-25');
    await expectSetAside(bench, 'other content', 'conflict', [submitted('other-1', 1, { id: 'one-id', value })]);
    await expectEffects(bench, 'other-1', 1);
  },
};
