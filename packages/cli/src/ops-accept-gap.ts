import type { Operator } from './operator.ts';
import { UsageError } from './usage.ts';

const NUMBER = /^\d{1,15}$/;

/** A gap as `minzheng status` shows it, and the service whose group stands before it. */
export interface TypedGap {
  readonly service: string;
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly next: number;
  readonly found: number;
}

/** Group, topic, partition, next and found. Throws UsageError. */
export function gapIn(typed: readonly string[], services: readonly string[]): TypedGap {
  const [group = '', topic = '', ...numbers] = typed;
  const [partition, next, found] = numbers.filter((text) => NUMBER.test(text)).map(Number);
  if (numbers.length !== 3 || partition === undefined || next === undefined || found === undefined) {
    throw new UsageError('accept-gap takes GROUP TOPIC PARTITION NEXT FOUND');
  }
  const service = group.split('.')[0] ?? '';
  if (!services.includes(service)) throw new UsageError(`no such service: ${service}`);
  return { service, group, topic, partition, next, found };
}

/** Lets a group go on behind messages that are missing for good. */
export async function opsAcceptGap(
  operator: Operator,
  { service, ...gap }: TypedGap,
  say: (line: string) => void,
): Promise<boolean> {
  await operator.post(service, '/gaps/accept', gap);
  const { group, topic, partition, next, found } = gap;
  say(`${group} goes on at ${found} of ${topic}/${partition}; ${found - next} messages are given up`);
  return true;
}
