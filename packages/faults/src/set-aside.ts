import type { OutgoingRecord } from '@minzheng/messaging';
import type { ParkedClass } from '@minzheng/store';
import type { Bench } from './bench.ts';
import { expectThat } from './row.ts';

/** Room for sending and looking on a busy machine; the platform's own promise is a second from arrival to parking. */
const PARKED_MS = 5_000;

/** Sends messages while load is on; all must be set aside as `kind`, neighbours must go on and nobody may end. */
export async function expectSetAside(
  bench: Bench,
  what: string,
  kind: ParkedClass,
  records: readonly OutgoingRecord[],
): Promise<void> {
  bench.mayPark = true;
  const [load] = bench.loads;
  const parked = bench.database('reader').collection('parked');
  const before = await parked.countDocuments({ class: kind });
  await bench.inject(`${records.length} × ${what}`, () => bench.send(...records));
  const sentMs = performance.now();
  await bench.until(`${what}: parked as ${kind}`, PARKED_MS, async () => {
    return (await parked.countDocuments({ class: kind })) === before + records.length;
  });
  bench.note(`${what}: parked ${Math.round(performance.now() - sentMs)} ms after sending`);
  const acknowledged = load?.acknowledged() ?? 0;
  await bench.until('the neighbours go on', 15_000, () => load === undefined || load.acknowledged() > acknowledged + 8);
  expectThat(
    bench.services.every((service) => service.ends() === 0),
    `${what}: a process has ended`,
  );
}

/** Waits until the key has had as many effects and, unless told otherwise, as many deliveries. */
export async function expectEffects(bench: Bench, key: string, effects: number, deliveries = effects): Promise<void> {
  const rows = bench.database('reader').collection<{ _id: string; times: number }>('deliveries');
  await bench.until(`${key}: ${deliveries} deliveries`, 20_000, async () => {
    return ((await rows.findOne({ _id: key }))?.times ?? 0) === deliveries;
  });
  const had = (await bench.effects()).get(key) ?? 0;
  expectThat(had === effects, `${key}: ${had} effects, ${effects} expected`);
}
