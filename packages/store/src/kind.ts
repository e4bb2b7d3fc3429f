import type { Scope } from '@minzheng/types';
import type { mongo } from 'mongoose';
import type { z } from 'zod';
import type { JournalSpec, Readable, RepositorySpec, SealedSpec } from './repository.ts';
import { fieldsOf } from './schema-fields.ts';

/** Any state or record: what the store itself knows of it. */
export interface Identified {
  readonly id: string;
}

/** A document as it lies in its collection: the state without its id, and what the store keeps beside it. */
export interface Row {
  readonly _id: string;
  /** Counts commits: a write names the version it read. */
  readonly version: number;
  /** The last sequence number of its events on the main topic, and on the bulk topic. */
  readonly seq: number;
  readonly seqBulk: number;
  /** The last outbox row that carries an event of it; the next one's id is greater. */
  readonly outboxId?: string;
  /** Whose data key seals its fields. */
  readonly sealedFor?: string;
  readonly [field: string]: unknown;
}

/** One collection with the declaration it was made from, for any state. */
export interface Kind {
  readonly name: string;
  readonly rows: mongo.Collection<Row>;
  readonly schema: z.ZodType<Identified>;
  readonly fields: ReadonlySet<string>;
  readonly scope: ((state: Identified) => Scope) | undefined;
  readonly scopeFields: { readonly division?: string; readonly personId?: string };
  readonly sealed: SealedSpec<Identified> | undefined;
  readonly sealedFields: ReadonlySet<string>;
  readonly blindFields: ReadonlySet<string>;
}

const RESERVED = ['_id', 'version', 'seq', 'seqBulk', 'outboxId', 'sealedFor', 'digest'];

/** Reads a declaration. Throws TypeError when a field would collide with the store's own, or is not one of the schema. */
export function aggregateKind<S extends { id: string }>(db: mongo.Db, spec: RepositorySpec<S>): Kind {
  return kindOf(db, spec.collection, spec.state, spec);
}

export function journalKind<R extends { id: string }>(db: mongo.Db, spec: JournalSpec<R>): Kind {
  return kindOf(db, spec.collection, spec.record, spec);
}

interface Declared<S extends { id: string }> {
  readonly scope?: RepositorySpec<S>['scope'];
  readonly scopeFields?: RepositorySpec<S>['scopeFields'];
  readonly sealed?: RepositorySpec<S>['sealed'];
}

function kindOf<S extends { id: string }>(
  db: mongo.Db,
  name: string,
  schema: z.ZodType<S>,
  { scope, scopeFields = {}, sealed }: Declared<S>,
): Kind {
  const fields = fieldsOf(schema);
  const used = ['id', ...Object.values(scopeFields), ...(sealed?.fields ?? []), ...(sealed?.blind ?? [])];
  const unknown = used.filter((field) => !fields.has(field));
  const unsealed = (sealed?.blind ?? []).filter((field) => !sealed?.fields.includes(field));
  const reserved = RESERVED.filter((field) => fields.has(field));
  if (unknown.length > 0) throw new TypeError(`${name} has no field ${unknown.join(', ')}`);
  if (unsealed.length > 0) throw new TypeError(`${name}: ${unsealed.join(', ')} has a blind index and is not sealed`);
  if (reserved.length > 0) throw new TypeError(`${name}: the store keeps ${reserved.join(', ')} itself`);
  return {
    name,
    rows: db.collection<Row>(name),
    schema,
    fields,
    scope: scope as Kind['scope'],
    scopeFields,
    sealed: sealed as unknown as Kind['sealed'],
    sealedFields: new Set(sealed?.fields),
    blindFields: new Set(sealed?.blind),
  };
}

const kinds = new WeakMap<object, Kind>();

/** Remembers what stands behind a repository or journal, so that nobody outside the store needs to see it. */
export function register<R extends object>(readable: R, kind: Kind): R {
  kinds.set(readable, kind);
  return readable;
}

/** Throws TypeError for one that this store did not make. */
export function kindBehind<S extends { id: string }>(readable: Readable<S>): Kind {
  const kind = kinds.get(readable);
  if (kind === undefined) throw new TypeError(`${readable.collection} is not a repository of this store`);
  return kind;
}
