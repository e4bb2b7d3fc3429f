import type { Logger } from '@minzheng/observability';
import { Kafka, logLevel } from 'kafkajs';
import type { LogEntry } from 'kafkajs';
import type { BusSettings } from '../bus.ts';
import type { SilentBrokers } from './silent-brokers.ts';
import { Sockets } from './sockets.ts';

/** One client and all its sockets. */
export interface KafkaClient {
  readonly kafka: Kafka;
  readonly sockets: Sockets;
}

/** Settings of DELIVERY §3.2: short waits, bounded retries; what lasts longer is for us to decide, not for the client. */
export function kafkaClient(
  { brokers, clientId, route }: BusSettings,
  silent: SilentBrokers,
  log: Logger,
): KafkaClient {
  const sockets = new Sockets(silent, route);
  const kafka = new Kafka({
    socketFactory: sockets.factory,
    clientId,
    brokers: [...brokers],
    connectionTimeout: 1_000,
    authenticationTimeout: 3_000,
    requestTimeout: 5_000,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, multiplier: 2, factor: 0.2, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      // What was left behind may go on complaining; nobody needs to hear it.
      if (!sockets.isCut) bridged(entry, log);
    },
  });
  return { kafka, sockets };
}

/** What the client calls an error is for us a thing that heals, or that the consumer's replacement heals; never a call for a person. */
function bridged({ namespace, level, log: { message } }: LogEntry, log: Logger): void {
  const fields = { kind: namespace, reason: message };
  if (level === logLevel.ERROR) log.warn(fields, 'kafka client');
  else log.debug(fields, 'kafka client');
}
