import { openBus, SerialProducer } from '@minzheng/messaging';
import type { OutgoingRecord } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { systemClocks } from '@minzheng/types';
import type { Bench } from '../bench.ts';
import type { BrokerWires } from './broker-wires.ts';

export interface Sender {
  readonly send: (record: OutgoingRecord) => Promise<unknown>;
  close(): Promise<void>;
}

/** Our producer, with the settings of production, on wires; a caller whose outcome is unknown sends again, as the relay does. */
export function ownProducer(bench: Bench, wires: BrokerWires): Sender {
  const log = createLogger({ service: 'faults', level: 'silent' });
  const settings = { brokers: bench.cluster.brokerAddresses, clientId: 'ours', topicPrefix: bench.prefix };
  const bus = openBus({ ...settings, route: (address) => wires.route(address) }, { log, clocks: systemClocks });
  const producer = new SerialProducer(bus);
  const send: Sender['send'] = (record) => producer.send([record]).catch(() => send(record));
  return {
    send,
    close: async () => {
      await producer.close();
      await bus.close();
    },
  };
}
