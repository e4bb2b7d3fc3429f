import type { Address } from '@minzheng/messaging';
import type { Cluster } from '../cluster.ts';
import { openWire } from './wire.ts';
import type { WireHooks } from './wire.ts';

/** A wire to each broker, and the way to them for a client that the brokers tell their own addresses. */
export interface BrokerWires {
  route(address: Address): Address;
  close(): Promise<void>;
}

/** Opens one wire a broker, all with the same hooks. */
export async function openBrokerWires(cluster: Cluster, hooks: WireHooks): Promise<BrokerWires> {
  const targets = cluster.brokerAddresses.map((address) => Number(address.split(':')[1]));
  const wires = await Promise.all(targets.map((port) => openWire('127.0.0.1', port, hooks)));
  const ports = new Map(targets.map((port, index) => [port, wires[index]?.port ?? port]));
  return {
    route: ({ host, port }) => ({ host, port: ports.get(port) ?? port }),
    close: async () => {
      await Promise.all(wires.map((wire) => wire.close()));
    },
  };
}
