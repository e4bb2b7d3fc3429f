import type { Row } from '../row.ts';
import { expectEffects, expectSetAside } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

const types = ['org.minzheng.applications.application.submitted.v2', 'org.minzheng.applications.application.dreamt.v1'];

/** What a newer release says is kept for the day when it is understood; a field more is no reason to refuse. */
export const unknownType: Row = {
  number: 43,
  name: 'a newer version, an unknown type, a new field',
  run: async (bench) => {
    await bench.startAll();
    const unknown = types.map((type, index) => submitted(`newer-${index}`, 1, { type }));
    await expectSetAside(bench, 'unknown type', 'unsupported', unknown);
    const { value } = submitted('field-1', 1);
    const withMore = `${String(value).slice(0, -1)},"invented":true}`;
    await bench.send(submitted('field-1', 1, { value: withMore }));
    await expectEffects(bench, 'field-1', 1);
  },
};
