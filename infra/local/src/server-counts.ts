import { membersOf, type ServerKind } from '@minzheng/backing';
import { OneLine } from './one-line.ts';
import type { Options } from './options.ts';

const addressVariables: Record<ServerKind, string> = {
  kafka: 'KAFKA_BROKERS',
  mongodb: 'MONGODB_URI',
  redis: 'REDIS_URL',
};

/**
 * How many servers of each kind are ours to start: none of those whose address the environment gives.
 * @throws OneLine when members were asked for of a kind that is not ours, OtherMembers when the data has another number of them.
 */
export async function countServers(
  dataDir: string,
  { brokers, mongods }: Pick<Options, 'brokers' | 'mongods'>,
): Promise<Record<ServerKind, number>> {
  const count = async (kind: ServerKind, wanted: number | undefined): Promise<number> => {
    const variable = addressVariables[kind];
    if (!process.env[variable]) return await membersOf(dataDir, kind, wanted);
    if (wanted === undefined) return 0;
    throw new OneLine(`${variable} says which servers to use: unset it, or leave out the number of members.`);
  };
  return {
    kafka: await count('kafka', brokers),
    mongodb: await count('mongodb', mongods),
    redis: await count('redis', undefined),
  };
}
