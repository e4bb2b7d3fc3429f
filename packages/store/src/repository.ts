import type { PersonId, Scope, Viewer } from '@minzheng/types';
import type { z } from 'zod';
import type { Filter, Page } from './filter.ts';

/** One aggregate kind: its collection, its schema (the only definition of its shape), whose it is, what is sealed at rest. */
export interface RepositorySpec<S extends { id: string }> {
  readonly collection: string;
  /** An object schema or a union of such. */
  readonly state: z.ZodType<S>;
  /** Whose a state is. Without it only 'system' reaches the kind. */
  readonly scope?: (state: S) => Scope;
  /** The fields that say so, where there are such: lists are narrowed by them in the database. */
  readonly scopeFields?: { readonly division?: keyof S & string; readonly personId?: keyof S & string };
  readonly sealed?: SealedSpec<S>;
}

/** Fields encrypted at rest under the person's own key; a blind field can also be found by equality of its normalised value. */
export interface SealedSpec<S> {
  /** Must not look at a sealed field. */
  readonly personOf: (state: S) => PersonId;
  readonly fields: readonly (keyof S & string)[];
  readonly blind?: readonly (keyof S & string)[];
}

/** What can be read of a repository or a journal. */
export interface Readable<S extends { id: string }> {
  readonly collection: string;
  /** Throws Refused: 'request.not-found', or why the viewer may not reach it. */
  get(viewer: Viewer, id: string): Promise<S>;
  /** Undefined when there is none; throws Refused when the viewer may not reach it. */
  find(viewer: Viewer, id: string): Promise<S | undefined>;
  /** Only what the viewer reaches. A row out of scope although `scopeFields` narrowed the list is a bug, and thrown. */
  list(viewer: Viewer, filter: Filter<S>, page: Page<S>): Promise<S[]>;
}

/** The aggregates of one kind, read outside a transaction. They change in `Store.commit` only. */
export interface Repository<S extends { id: string }> extends Readable<S> {
  readonly spec: RepositorySpec<S>;
  findByBlind(viewer: Viewer, field: keyof S & string, normalised: string): Promise<S | undefined>;
}

export interface JournalSpec<R extends { id: string }> {
  readonly collection: string;
  readonly record: z.ZodType<R>;
  readonly scope?: (record: R) => Scope;
  readonly scopeFields?: RepositorySpec<R>['scopeFields'];
}

/** Append-only records with deterministic ids; never changed, never deleted. */
export interface Journal<R extends { id: string }> extends Readable<R> {
  readonly spec: JournalSpec<R>;
}
