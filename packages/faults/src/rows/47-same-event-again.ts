import type { Row } from '../row.ts';
import { expectEffects } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

/** A repeated event at another offset, also when the outbox has long forgotten it. */
export const sameEventAgain: Row = {
  number: 47,
  name: 'the same event at new offsets',
  run: async (bench) => {
    await bench.startAll();
    const record = submitted('twice-1', 1);
    await bench.send(record);
    await expectEffects(bench, 'twice-1', 1);
    await bench.inject('the same event again', () => bench.send(record));
    await expectEffects(bench, 'twice-1', 1, 2);
    await bench.inject('the outbox forgets what was sent', () =>
      bench.database('writer').collection('outbox').deleteMany({ st: 1 }),
    );
    await bench.inject('the same event a third time', () => bench.send(record));
    await expectEffects(bench, 'twice-1', 1, 3);
  },
};
