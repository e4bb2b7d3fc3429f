import type { Reaction } from '@minzheng/messaging';
import { topics } from '@minzheng/types';

/** What one consumer group reads. */
export interface Subscription {
  readonly group: string;
  readonly topics: readonly string[];
  readonly reactions: readonly Reaction[];
}

/** One group for real-time topics, one for bulk ones: a pay run of a million lines never keeps an application waiting. */
export function subscriptionsOf(service: string, reactions: readonly Reaction[]): Subscription[] {
  const lanes = [
    { group: service, reactions: reactions.filter(({ event }) => event.lane === 'main') },
    { group: `${service}.bulk`, reactions: reactions.filter(({ event }) => event.lane === 'bulk') },
  ];
  return lanes
    .filter((lane) => lane.reactions.length > 0)
    .map((lane) => ({ ...lane, topics: [...new Set(lane.reactions.map(({ event }) => event.topic))] }));
}

/** Every topic a service reads or writes; all must be there before it starts. */
export function topicsOf(service: string, subscriptions: readonly Subscription[]): string[] {
  const written = topics().filter((topic) => topic.service === service);
  return [...new Set([...written.map(({ topic }) => topic), ...subscriptions.flatMap((read) => read.topics)])];
}
