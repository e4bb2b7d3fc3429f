import type { mongo } from 'mongoose';

const REMEMBERED = 'unique_indexes';

interface IndexRow {
  /** '<collection>.<index name>'. */
  readonly _id: string;
  /** Key and partial filter as JSON: an index of the same name over other fields is not the same. */
  readonly definition: string;
}

/** Writes down which unique indexes the migrations have made, for the check at every start. */
export async function rememberUniqueIndexes(db: mongo.Db): Promise<void> {
  const rows = db.collection<IndexRow>(REMEMBERED);
  const present = await uniqueIndexes(db);
  await rows.deleteMany({ _id: { $nin: present.map(({ _id }) => _id) } });
  for (const { _id, definition } of present) await rows.replaceOne({ _id }, { definition }, { upsert: true });
}

/** Those that were made once and are not there, or not the same, now: without them a payment could be made twice. */
export async function missingUniqueIndexes(db: mongo.Db): Promise<string[]> {
  const present = new Map((await uniqueIndexes(db)).map(({ _id, definition }) => [_id, definition]));
  const remembered = await db
    .collection<IndexRow>(REMEMBERED)
    .find({}, { sort: { _id: 1 } })
    .toArray();
  return remembered.filter(({ _id, definition }) => present.get(_id) !== definition).map(({ _id }) => _id);
}

async function uniqueIndexes(db: mongo.Db): Promise<IndexRow[]> {
  const collections = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  const all = await Promise.all(
    collections.map(async ({ name }) => ofCollection(name, await db.collection(name).indexes())),
  );
  return all.flat();
}

function ofCollection(name: string, indexes: readonly mongo.IndexDescriptionInfo[]): IndexRow[] {
  return indexes
    .filter(({ unique }) => unique === true)
    .map((index) => ({
      _id: `${name}.${index.name}`,
      definition: JSON.stringify([index.key, index.partialFilterExpression ?? {}]),
    }));
}
