import { mayReach } from '@minzheng/types';
import type { Viewer } from '@minzheng/types';
import type { mongo } from 'mongoose';
import { compileFilter, compilePage, reachFilter } from './compile-filter.ts';
import { Refused } from './faults.ts';
import type { AnyPage } from './filter.ts';
import type { Identified, Kind } from './kind.ts';
import { blindOf } from './rows.ts';
import type { RowCodec, Stored } from './rows.ts';
import { translated } from './translated.ts';

type Session = mongo.ClientSession | undefined;

/** Throws Refused unless the viewer reaches the state. A kind that does not say whose it is belongs to the system. */
export function requireReach(kind: Kind, viewer: Viewer, state: Identified): void {
  const refusal = mayReach(viewer, kind.scope?.(state) ?? {});
  if (refusal !== undefined) throw new Refused(refusal);
}

/** Reads rows of any kind, inside a session's snapshot or outside. Scope is the caller's business, but for lists. */
export class Reader {
  readonly codec: RowCodec;

  constructor(codec: RowCodec) {
    this.codec = codec;
  }

  async byIds(kind: Kind, ids: readonly string[], session?: Session): Promise<Stored[]> {
    if (ids.length === 0) return [];
    return this.read(kind, { _id: { $in: [...ids] } }, { limit: ids.length }, session);
  }

  async byBlind(kind: Kind, field: string, normalised: string, session?: Session): Promise<Stored | undefined> {
    if (!kind.blindFields.has(field)) throw new TypeError(`${kind.name}.${field} has no blind index`);
    const query = { [blindOf(field)]: this.codec.blind(kind, field, normalised) };
    const [found] = await this.read(kind, query, { limit: 1 }, session);
    return found;
  }

  /** The page of what the viewer reaches. A row out of scope is a bug of the kind's declaration or of the filter, and thrown. */
  async page(
    kind: Kind,
    viewer: Viewer,
    filter: Readonly<Record<string, unknown>>,
    page: AnyPage,
    session?: Session,
  ): Promise<Stored[]> {
    const { start, sort, limit } = compilePage(kind, page);
    const query = { $and: [compileFilter(kind, filter), reachFilter(kind, viewer), start] };
    const found = await this.read(kind, query, { sort, limit }, session);
    const leaked = found.find(({ state }) => mayReach(viewer, kind.scope?.(state) ?? {}) !== undefined);
    if (leaked !== undefined) throw new RangeError(`a list of ${kind.name} went beyond its viewer's scope`);
    return found;
  }

  private async read(kind: Kind, query: object, options: mongo.FindOptions, session: Session): Promise<Stored[]> {
    const rows = await translated(kind.rows.find(query, { ...options, ...(session && { session }) }).toArray());
    return this.codec.fromRows(kind, rows);
  }
}
