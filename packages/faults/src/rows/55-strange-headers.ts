import type { Row } from '../row.ts';
import { expectEffects } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

/** A trace that makes no sense is no reason to refuse a fact. */
export const strangeHeaders: Row = {
  number: 55,
  name: 'no trace, a 100 kB trace, a trace of nonsense',
  run: async (bench) => {
    await bench.startAll();
    const traces = [undefined, 'x'.repeat(100_000), '00-zz-zz-01'];
    const records = traces.map((trace, index) =>
      submitted(`trace-${index}`, 1, trace === undefined ? {} : { headers: { ce_traceparent: trace } }),
    );
    await bench.inject('3 strange traces', () => bench.send(...records));
    for (const index of traces.keys()) await expectEffects(bench, `trace-${index}`, 1);
  },
};
