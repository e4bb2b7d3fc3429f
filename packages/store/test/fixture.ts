import { randomBytes } from 'node:crypto';
import { createLogger } from '@minzheng/observability';
import { migrate, openStore } from '@minzheng/store';
import type { AuditWitness, Cause, Repository, Store, StoreSettings } from '@minzheng/store';
import { decided, DivisionCode, Fen, PersonId, systemClocks } from '@minzheng/types';
import type { Caller, Clocks, Decision, NewEvent } from '@minzheng/types';
import { z } from 'zod';

export const MIGRATIONS = new URL('./migrations/', import.meta.url);

export const Account = z.strictObject({
  id: z.string(),
  personId: PersonId,
  division: DivisionCode,
  reference: z.string().optional(),
  holder: z.string().optional(),
  balanceFen: Fen,
  monthsFen: z.array(Fen),
  note: z.string().optional(),
});
export type Account = z.infer<typeof Account>;

export const Counter = z.strictObject({ id: z.string(), value: z.int() });
export type Counter = z.infer<typeof Counter>;

export const Transfer = z.strictObject({ id: z.string(), amountFen: Fen, lines: z.array(z.string()) });
export type Transfer = z.infer<typeof Transfer>;

export const wuma = DivisionCode.parse('330302006');
export const person = (id: string): PersonId => PersonId.parse(id);

export const account = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  personId: person('p1'),
  division: wuma,
  balanceFen: Fen.parse(130_000),
  monthsFen: [Fen.parse(1), Fen.parse(2)],
  ...more,
});

export const byJob: Cause = { viewer: 'system', actor: 'job:test', correlationId: 'c1' };

export const caller = (more: Partial<Caller>): Caller => ({ sub: 's1', clientId: 'c1', roles: ['resident'], ...more });

export const decider = caller({ roles: ['district-decider'], division: DivisionCode.parse('330302') });

export const byResident = (personId = person('p1')): Cause => ({
  viewer: caller({ personId }),
  actor: personId,
  correlationId: 'c1',
});

/** An event as a definition would make it, of a service that the catalogue need not know. */
export const opened = (subject: string, more: Partial<NewEvent> = {}): NewEvent => ({
  type: 'org.minzheng.tests.account.opened.v1',
  topic: 'minzheng.tests.v1',
  key: subject,
  subject,
  data: { accountId: subject },
  ...more,
});

export const accountsOf = (store: Store): Repository<Account> =>
  store.repository({
    collection: 'accounts',
    state: Account,
    scope: ({ division, personId }) => ({ division, personId }),
    scopeFields: { division: 'division', personId: 'personId' },
    sealed: { personOf: ({ personId }) => personId, fields: ['holder', 'note'], blind: ['holder'] },
  });

export const countersOf = (store: Store): Repository<Counter> =>
  store.repository({ collection: 'counters', state: Counter });

/** Counts one up: the smallest decision that must never be lost or made twice. */
export const increment =
  (id: string) =>
  (state: Counter | undefined): Decision<Counter> =>
    decided({ id, value: (state?.value ?? 0) + 1 });

export interface TestStore {
  readonly store: Store;
  readonly settings: StoreSettings;
  /** A second process on the same database. */
  another(more?: Partial<StoreSettings>, clocks?: Clocks, witness?: AuditWitness): Promise<Store>;
  end(): Promise<void>;
}

/** A store on a database of its own in the run's replica set; the database is dropped at the end. */
export async function testStore(
  uri: string | undefined,
  more: Partial<StoreSettings> = {},
  clocks: Clocks = systemClocks,
): Promise<TestStore> {
  if (uri === undefined) throw new Error('integration tests need MINZHENG_TEST_MONGODB');
  const database = `store_test_${randomBytes(6).toString('hex')}`;
  const base = { uri, database, service: 'tests', slots: 1 };
  const settings = { ...base, masterKey: randomBytes(32), blindIndexKey: randomBytes(32), ...more };
  await migrate(settings.uri, database, MIGRATIONS);
  const log = createLogger({ service: 'tests', level: 'silent' });
  const stores: Store[] = [];
  const another: TestStore['another'] = async (other = {}, otherClocks = clocks, witness?) => {
    const store = await openStore({ ...settings, ...other }, { clocks: otherClocks, log, witness });
    stores.push(store);
    return store;
  };
  const store = await another();
  const end = async (): Promise<void> => {
    await store.connection.dropDatabase();
    await Promise.all(stores.map((one) => one.close()));
  };
  return { store, settings, another, end };
}
