import mongoose from 'mongoose';
import type { Heard } from './the-bus.ts';

/** ULIDs, digests and the like: they differ from one platform to the next. */
const ID = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z]{26,64})\b/gi;

/** A text without what differs from one platform to the next: an id is called by its name, or is one like another. */
const withoutIds = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(ID, (id) => names.get(id) ?? '<id>');

/**
 * What a platform has told, comparable with another's: one text a topic and subject, its events in their order, each with its civil time,
 * type and data. Sorted, because between subjects there is no order.
 */
export function storyOf(heard: readonly Heard[], names: ReadonlyMap<string, string>): string[] {
  const bySubject = Map.groupBy(heard, ({ topic, subject }) => `${topic} ${subject}`);
  const told = [...bySubject].map(([subject, events]) => {
    const lines = events.map(({ time, type, personId, data }) => `${time} ${type} ${personId} ${JSON.stringify(data)}`);
    return withoutIds([subject, ...lines].join('\n  '), names);
  });
  return told.toSorted();
}

/** What still waits for its day, in all databases. */
export async function waitingIn(
  mongodbUri: string,
  services: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<string[]> {
  const connection = await mongoose.createConnection(mongodbUri).asPromise();
  try {
    const found = await Promise.all(
      services.map(async (service) => {
        const rows = await connection.useDb(service).collection<Row>('deadlines').find().toArray();
        return rows.map(({ dueAt, kind, subject }) => withoutIds(`${dueAt} ${service} ${kind} ${subject}`, names));
      }),
    );
    return found.flat().toSorted();
  } finally {
    await connection.close();
  }
}

interface Row {
  readonly _id: string;
  readonly dueAt: string;
  readonly kind: string;
  readonly subject: string;
}
