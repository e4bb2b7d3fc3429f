import type { Channel } from './channel.ts';
import { answers } from './channels/answers.ts';
import { collections, mongod, oplog } from './channels/collections.ts';
import { auditHeads, files, logs, parties } from './channels/files.ts';
import { metrics } from './channels/metrics.ts';
import { processes } from './channels/processes.ts';
import { redisCommands, redisKeys } from './channels/redis.ts';
import { traces } from './channels/telemetry.ts';
import { consumerGroups, topics } from './channels/topics.ts';
import { webhooks } from './channels/webhooks.ts';

/** Every place where a datum could come to light. What a read leaves behind itself (a log line, a command) is read after it. */
export const channels: readonly Channel[] = [
  topics,
  consumerGroups,
  collections,
  oplog,
  webhooks,
  auditHeads,
  ...parties,
  metrics,
  answers,
  mongod,
  redisKeys,
  redisCommands,
  traces,
  files,
  processes,
  logs,
];
