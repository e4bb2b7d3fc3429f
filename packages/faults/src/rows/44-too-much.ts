import { watchAnswers } from '../answer-watch.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { expectSetAside } from '../set-aside.ts';
import { submitted } from '../submitted.ts';

const MOST_STALL_MS = 200;
const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const wide = `{${Array.from({ length: 80_000 }, (_, index) => `"k${index}":0`).join(',')}}`;
const huge = 'x'.repeat(10 * 1024 * 1024);

/** Refused before it is parsed; what is larger than a message may be does not even reach the topic. */
export const tooMuch: Row = {
  number: 44,
  name: '5,000 levels, 80,000 names, 10 MB',
  run: async (bench) => {
    await bench.startAll();
    const watch = watchAnswers(`${bench.running('reader').url}/livez`);
    await bench.until('the watch is warm', 20_000, () => watch.isWarm());
    await expectSetAside(bench, 'too deep', 'poison', [submitted('deep-1', 1, { value: deep })]);
    await expectSetAside(bench, 'too wide', 'poison', [submitted('wide-1', 1, { value: wide })]);
    const slowestMs = await watch.end();
    const refused = await bench.send(submitted('huge-1', 1, { value: huge })).then(
      () => false,
      () => true,
    );
    expectThat(refused, 'the brokers took a message of 10 MB');
    bench.note(`slowest answer of the reader meanwhile ${Math.round(slowestMs)} ms`);
    expectThat(slowestMs < MOST_STALL_MS, `the reader stood still for ${Math.round(slowestMs)} ms`);
  },
};
