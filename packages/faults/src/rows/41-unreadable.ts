import { TOPIC } from '../bench.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const values: readonly (string | Buffer | null)[] = ['{bad json', '', null, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])];

/** No bytes whatever end a consumer: each is set aside within a second, and the neighbours go on. */
export const unreadable: Row = {
  number: 41,
  name: 'messages that are no JSON, empty, null, no UTF-8',
  run: async (bench) => {
    bench.mayPark = true;
    const load = await bench.startAll();
    const before = load.acknowledged();
    const startMs = performance.now();
    await bench.inject('4 unreadable messages', () =>
      bench.send(...values.map((value, index) => ({ topic: TOPIC, key: `poison-${index}`, value, headers: {} }))),
    );
    const parked = bench.database('reader').collection('parked');
    await bench.until('all are parked', 10_000, async () => (await parked.countDocuments()) === values.length);
    const tookMs = Math.round(performance.now() - startMs);
    bench.note(`parked in ${tookMs} ms, sending included`);
    expectThat((await parked.countDocuments({ class: 'poison' })) === values.length, 'not all are parked as poison');
    await bench.until('the neighbours go on', 15_000, () => load.acknowledged() > before + 8);
    expectThat(
      bench.services.every((service) => service.ends() === 0),
      'a process has ended',
    );
  },
};
