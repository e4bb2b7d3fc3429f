import type { MergedPersons } from '@minzheng/service';
import type { Repository, Store } from '@minzheng/store';
import { Allowance } from '../domain/allowance.ts';
import { KnownPerson } from '../domain/known-person.ts';
import { Veteran } from '../domain/veteran.ts';

export interface Collections {
  readonly veterans: Repository<Veteran>;
  readonly allowances: Repository<Allowance>;
  readonly knownPersons: Repository<KnownPerson>;
  /** Which ids are one person. */
  readonly persons: MergedPersons;
}

const ofPerson = {
  scope: ({ divisionCode, personId }: Pick<Veteran, 'divisionCode' | 'personId'>) => ({
    division: divisionCode,
    personId,
  }),
  scopeFields: { division: 'divisionCode', personId: 'personId' },
} as const;

/** Service, wounds and what rests on them are sealed under the person's key. */
export const openCollections = (store: Store, persons: MergedPersons): Collections => ({
  persons,
  veterans: store.repository({
    collection: 'veterans',
    state: Veteran,
    ...ofPerson,
    sealed: { personOf: ({ personId }) => personId, fields: ['facts'] },
  }),
  allowances: store.repository({
    collection: 'allowances',
    state: Allowance,
    ...ofPerson,
    sealed: { personOf: ({ personId }) => personId, fields: ['award', 'ending'] },
  }),
  knownPersons: store.repository({ collection: 'known_persons', state: KnownPerson }),
});
