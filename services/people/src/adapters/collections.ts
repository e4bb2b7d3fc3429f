import type { Repository, Store } from '@minzheng/store';
import { DeskTask } from '../domain/desk-task.ts';
import { Person } from '../domain/person.ts';

export interface Collections {
  readonly persons: Repository<Person>;
  readonly deskTasks: Repository<DeskTask>;
}

/** A person is found by the blind index of the ID number; the number itself is readable only with the person's key. */
export const openCollections = (store: Store): Collections => ({
  persons: store.repository({
    collection: 'persons',
    state: Person,
    scope: ({ id, divisionCode }) => ({ personId: id, division: divisionCode }),
    scopeFields: { personId: 'id', division: 'divisionCode' },
    sealed: { personOf: ({ id }) => id, fields: ['residentId', 'name'], blind: ['residentId'] },
  }),
  deskTasks: store.repository({
    collection: 'desk_tasks',
    state: DeskTask,
    scope: ({ divisionCode }) => ({ division: divisionCode }),
    scopeFields: { division: 'divisionCode' },
    sealed: { personOf: ({ personId }) => personId, fields: ['statedName'] },
  }),
});
