import type { Operator } from './operator.ts';
import { UsageError } from './usage.ts';

const NUMBER = /^\d{1,15}$/;

/** Lets a group go on behind messages that are missing for good; `typed` is group, topic, partition, next and found as status shows them. */
export async function opsAcceptGap(
  operator: Operator,
  { services, typed, say }: { services: readonly string[]; typed: readonly string[]; say: (line: string) => void },
): Promise<boolean> {
  const [group = '', topic = '', ...numbers] = typed;
  const [partition, next, found] = numbers.filter((text) => NUMBER.test(text)).map(Number);
  if (numbers.length !== 3 || partition === undefined || next === undefined || found === undefined) {
    throw new UsageError('accept-gap takes GROUP TOPIC PARTITION NEXT FOUND');
  }
  const service = group.split('.')[0] ?? '';
  if (!services.includes(service)) throw new UsageError(`no such service: ${service}`);
  await operator.post(service, '/gaps/accept', { group, topic, partition, next, found });
  say(`${group} goes on at ${found} of ${topic}/${partition}; ${found - next} messages are given up`);
  return true;
}
