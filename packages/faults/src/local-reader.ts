import { startConsumer } from '@minzheng/messaging';
import type { Broker } from '@minzheng/messaging';
import { TOPIC } from './bench.ts';
import type { Bench } from './bench.ts';
import { reactionsOf } from './workload/reactions.ts';
import { temperOf } from './workload/temper.ts';

/** A reader inside this process, on a broker that a row may have tampered with. Stop it before the real one starts. */
export async function startLocalReader(bench: Bench, broker: Broker): Promise<{ stop(): Promise<void> }> {
  const store = await bench.openStore('reader');
  const reactions = reactionsOf(store, temperOf({ blockMs: 0, slowMs: 0 }));
  const consumer = startConsumer(broker, store, { group: 'reader', topics: [TOPIC], reactions });
  return { stop: () => consumer.stop() };
}
