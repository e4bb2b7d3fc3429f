import { Refused } from './faults.ts';
import { register } from './kind.ts';
import type { Identified, Kind } from './kind.ts';
import { requireReach } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Filter, Page } from './filter.ts';
import type { Journal, JournalSpec, Readable, Repository, RepositorySpec } from './repository.ts';

/** What can be read of a kind outside a transaction. */
function readable<S extends Identified>(kind: Kind, reader: Reader): Readable<S> {
  const find: Readable<S>['find'] = async (viewer, id) => {
    const [found] = await reader.byIds(kind, [id]);
    if (found !== undefined) requireReach(kind, viewer, found.state);
    return found?.state as S | undefined;
  };
  return {
    collection: kind.name,
    find,
    get: async (viewer, id) => {
      const state = await find(viewer, id);
      if (state === undefined) throw new Refused({ code: 'request.not-found' });
      return state;
    },
    list: async (viewer, filter: Filter<S>, page: Page<S>) => {
      const found = await reader.page(kind, viewer, filter, page);
      return found.map(({ state }) => state as S);
    },
  };
}

export function repository<S extends Identified>(spec: RepositorySpec<S>, kind: Kind, reader: Reader): Repository<S> {
  const findByBlind: Repository<S>['findByBlind'] = async (viewer, field, normalised) => {
    const found = await reader.byBlind(kind, field, normalised);
    if (found !== undefined) requireReach(kind, viewer, found.state);
    return found?.state as S | undefined;
  };
  return register({ ...readable<S>(kind, reader), spec, findByBlind }, kind);
}

export function journal<R extends Identified>(spec: JournalSpec<R>, kind: Kind, reader: Reader): Journal<R> {
  return register({ ...readable<R>(kind, reader), spec }, kind);
}
