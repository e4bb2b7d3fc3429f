import { env, kill, pid, stdout } from 'node:process';
import { openBus, startRelay } from '@minzheng/messaging';
import type { Bus } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { BaseSettings, readSettings } from '@minzheng/service';
import { openStore } from '@minzheng/store';
import { ApplicationId, systemClocks } from '@minzheng/types';
import { z } from 'zod';
import { count, Counter } from './counter.ts';

/** A writer that commits, tells each acknowledged number on stdout, and is killed by itself at one exact moment of its first send. */
const Settings = BaseSettings.extend({
  PORT: z.string().default('0').transform(Number),
  DIES: z.enum(['before-send', 'after-send']),
  COMMITS: z.string().transform(Number),
});

const settings = readSettings(Settings, env);
const log = createLogger({ service: 'writer', level: 'silent' });
const {
  MONGODB_URI: uri,
  MONGODB_DATABASE: database = 'writer',
  MASTER_KEY: masterKey,
  BLIND_INDEX_KEY: blindIndexKey,
} = settings;
const store = await openStore(
  { uri, database, service: 'writer', slots: 1, masterKey, blindIndexKey },
  { clocks: systemClocks, log },
);
const counters = store.repository({ collection: 'counters', state: Counter });

for (let index = 0; index < settings.COMMITS; index += 1) {
  const id = ApplicationId.parse(`dying-${index % 4}`);
  const cause = { viewer: 'system', actor: 'job:faults', correlationId: `c-${index}` } as const;
  const { value } = await store.commit(cause, (tx) => tx.apply(counters, id, (counter) => count(counter, id, tx.at)));
  stdout.write(`${JSON.stringify({ key: id, number: value })}\n`);
}

const bus = openBus(
  { brokers: settings.KAFKA_BROKERS, clientId: 'writer', topicPrefix: settings.TOPIC_PREFIX },
  { log, clocks: systemClocks },
);
startRelay(dying(bus), store);

function dying(whole: Bus): Bus {
  return {
    ...whole,
    openProducer: async () => {
      const producer = await whole.openProducer();
      return {
        ...producer,
        send: async (records) => {
          if (settings.DIES === 'after-send') await producer.send(records);
          kill(pid, 'SIGKILL');
        },
      };
    },
  };
}
