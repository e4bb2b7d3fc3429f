import { startLocalReader } from '../local-reader.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { submitted } from '../submitted.ts';

const MOST_MS = 60_000;

/** A member that lives, beats and is handed nothing: nobody would notice but for the lag. */
export const fetchesNothing: Row = {
  number: 39,
  name: 'a consumer lives and fetches nothing',
  run: async (bench) => {
    let opened = 0;
    const reader = await startLocalReader(bench, {
      ...bench.bus,
      openReader: (spec) => {
        opened += 1;
        const isDeaf = opened === 1;
        return bench.bus.openReader(
          isDeaf ? { ...spec, onBatch: () => new Promise((resolve) => setTimeout(resolve, 1_000)) } : spec,
        );
      },
    });
    const startMs = performance.now();
    await bench.inject('a deaf reader', () => bench.send(submitted('deaf-1', 1)));
    await bench.until('the reader is replaced', MOST_MS, async () => (await bench.effects()).has('deaf-1'));
    bench.note(`effect after ${Math.round((performance.now() - startMs) / 1_000)} s`);
    expectThat(opened > 1, 'the reader was not replaced');
    await reader.stop();
    await bench.startAll();
  },
};
