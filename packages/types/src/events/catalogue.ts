import * as applications from './applications.ts';
import type { EventDefinition, Lane } from './define-event.ts';
import * as notifications from './notifications.ts';
import * as payments from './payments.ts';
import * as people from './people.ts';
import * as subscriptions from './subscriptions.ts';
import * as training from './training.ts';
import * as veterans from './veterans.ts';

/** Every event of the platform; one file a producer. */
export const catalogue: readonly EventDefinition[] = [
  people,
  applications,
  payments,
  notifications,
  training,
  veterans,
  subscriptions,
].flatMap((producer) => Object.values<EventDefinition>(producer));

const byType = new Map<string, EventDefinition>(catalogue.map((definition) => [definition.type, definition]));

/** The definition of an event type; undefined for a type this release does not know. */
export function eventByType(type: string): EventDefinition | undefined {
  return byType.get(type);
}

/** A Kafka topic and the service that alone produces to it. */
export interface Topic {
  readonly topic: string;
  readonly service: string;
  readonly lane: Lane;
}

/** Every topic that a declared event lives in, each once. */
export function topics(): Topic[] {
  const all = catalogue.map(({ topic, service, lane }) => [topic, { topic, service, lane }] as const);
  return [...new Map<string, Topic>(all).values()];
}
