import { setTimeout as pause } from 'node:timers/promises';
import { encode } from '@minzheng/messaging';
import type { Bus } from '@minzheng/messaging';
import { PersonId, PersonRegistered, systemClocks } from '@minzheng/types';
import type { Connection } from 'mongoose';
import { newName } from '../benchmark.ts';

const KNOWN_WITHIN_MS = 60_000;
const POLL_MS = 100;

/**
 * Residents whom applications has heard of, in people's own words: each of them may be in one household at a time, so every
 * application needs another. Throws when they are not known in time.
 */
export async function knownPersons(bus: Bus, database: Connection, count: number): Promise<PersonId[]> {
  const run = newName();
  const ids = Array.from({ length: count }, (_, i) => PersonId.parse(`${run}-${i}`));
  const producer = await bus.openProducer();
  try {
    await producer.send(ids.map((id) => registered(id)));
  } finally {
    await producer.close();
  }
  const untilMs = performance.now() + KNOWN_WITHIN_MS;
  while ((await database.collection('known_persons').countDocuments()) < count) {
    if (performance.now() > untilMs) throw new Error(`applications does not know ${count} persons in time`);
    await pause(POLL_MS);
  }
  return ids;
}

function registered(personId: PersonId): ReturnType<typeof encode> {
  const { topic, key, type, data } = PersonRegistered.of({ subject: personId, personId, data: { personId } });
  const headers = {
    source: 'https://minzheng.org/services/people',
    subject: personId,
    time: systemClocks.civil.now(),
    correlationid: 'benchmark',
  };
  return encode({ id: crypto.randomUUID(), topic, key, type, seq: 1, headers, data: JSON.stringify(data) });
}
