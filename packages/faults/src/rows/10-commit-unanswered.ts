import { openWire } from '../injectors/wire.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { primaryOf } from '../who-is.ts';

const CUTS = 20;

/** The connection breaks when the commit has gone through and its answer has not: asked again, it is the same commit. */
export const commitUnanswered: Row = {
  number: 10,
  name: 'the connection breaks between commit and reply',
  run: async (bench) => {
    const { mongodNames, mongodAddresses } = bench.cluster;
    const address = mongodAddresses[mongodNames.indexOf(await primaryOf(bench.cluster))] ?? '';
    let armed = 0;
    const cutsAfter = (piece: Buffer): boolean => armed > 0 && piece.includes('commitTransaction') && (armed -= 1) >= 0;
    const wire = await openWire('127.0.0.1', Number(address.split(':')[1]), { cutsAfter });
    try {
      const uri = `mongodb://127.0.0.1:${wire.port}/?directConnection=true`;
      await Promise.all([bench.start('writer', { MONGODB_URI: uri }), bench.start('reader')]);
      await bench.load();
      for (let cut = 0; cut < CUTS; cut += 1) {
        bench.inject('a commit loses its answer', () => (armed += 1));
        await pause(300 + bench.random() * 300);
      }
      expectThat(armed < CUTS / 2, 'the commits were not met');
      await bench.end(bench.running('writer'));
      await bench.start('writer');
    } finally {
      await wire.close();
    }
  },
};
