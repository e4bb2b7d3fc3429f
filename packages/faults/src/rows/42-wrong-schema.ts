import type { Row } from '../row.ts';
import { expectSetAside } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

/** Well-formed, and no event of ours. */
export const wrongSchema: Row = {
  number: 42,
  name: 'valid JSON that breaks the schema',
  run: async (bench) => {
    await bench.startAll();
    const values = ['{"programme":"DB"}', '[]', '"text"', '{"applicationId":7}'];
    await expectSetAside(
      bench,
      'broken schema',
      'schema',
      values.map((value, index) => submitted(`schema-${index}`, 1, { value })),
    );
  },
};
