import type { Lane } from '@minzheng/types';
import { slotOf } from './murmur2.ts';

const BULK = /\.bulk\.v\d+$/;

/** Whether a topic is one that a run fills line by line. */
export const isBulkTopic = (topic: string): boolean => BULK.test(topic);

/** The slots of one lane: 0 … S−1 carry the real-time topics, S … 2S−1 the bulk ones, so that neither waits for the other. */
export function slotsOf(lane: Lane, slots: number): number[] {
  const first = lane === 'bulk' ? slots : 0;
  return Array.from({ length: slots }, (_, index) => first + index);
}

/** The slot an event is published from. */
export function slotOfEvent({ key, topic }: { readonly key: string; readonly topic: string }, slots: number): number {
  return slotOf(key, slots) + (isBulkTopic(topic) ? slots : 0);
}
