import type { Row } from '../row.ts';
import { expectSetAside } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

const values = ['{"__proto__":{"admin":true}}', '{"a":{"constructor":{"prototype":{}}}}', '{"a":1,"a":2}'];

/** Names that reach for the language itself, and a name that stands twice. */
export const forbiddenNames: Row = {
  number: 45,
  name: '__proto__, constructor, a name twice',
  run: async (bench) => {
    await bench.startAll();
    await expectSetAside(
      bench,
      'forbidden names',
      'poison',
      values.map((value, index) => submitted(`proto-${index}`, 1, { value })),
    );
  },
};
