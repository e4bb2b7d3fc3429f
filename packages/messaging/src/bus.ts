import type { Logger } from '@minzheng/observability';
import type { Clocks, Topic } from '@minzheng/types';
import type { Broker } from './broker.ts';

/** A broker as a client reaches it. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface BusSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Stands before every topic and group, so that several platforms can share a broker; '' in production. */
  readonly topicPrefix: string;
  /** Where to connect for an address that the brokers name; to that address unless told, as through a tunnel. */
  readonly route?: (address: Address) => Address;
}

export interface BusDeps {
  readonly log: Logger;
  readonly clocks: Clocks;
}

export interface TopicShape {
  /** Fixed at birth: 6 here, 24 for a city, 96 for a province. */
  readonly partitions?: number;
  /** 3, or as many as there are brokers. */
  readonly replicas?: number;
}

/** The way to Kafka. Opening it connects nothing: each part connects, and connects again, by itself. */
export interface Bus extends Broker {
  /** Those of the topics that do not exist; throws when no broker answers. */
  topicsMissing(topics: readonly string[]): Promise<string[]>;
  /**
   * Makes the topics that are missing, and the dead topics of their services, and waits until all have leaders. Returns the names made.
   * Throws when a topic has another number of partitions than asked for: that would break the order of its keys.
   */
  applyTopics(topics: readonly Topic[], shape?: TopicShape): Promise<string[]>;
  close(): Promise<void>;
}
