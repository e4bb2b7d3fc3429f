import type { Route } from '@minzheng/http';
import { defineService, run } from '@minzheng/service';
import { openCollections } from './adapters/collections.ts';
import type { Collections } from './adapters/collections.ts';
import { readLaw } from './adapters/law.ts';
import { Settings } from './config.ts';
import { personRegistered } from './reactions/person-registered.ts';
import { assessMatterRoute } from './routes/assess-matter.ts';
import { approveAllowanceRoute } from './routes/approve-allowance.ts';
import { endAllowanceRoute, rejectAllowanceRoute } from './routes/close-allowance.ts';
import { decideVeteran } from './routes/decide-veteran.ts';
import { proposeAllowanceRoute } from './routes/propose-allowance.ts';
import { listAllowances, readAllowance } from './routes/read-allowances.ts';
import { listVeterans, readVeteran } from './routes/read-veterans.ts';
import { registerVeteranRoute } from './routes/register-veteran.ts';
import type { RuleBook } from './routes/rule-book.ts';

/** What stands behind the routes. */
interface Behind {
  readonly collections: Collections;
  readonly settings: Settings;
  readonly rules: RuleBook;
}

/** The whole table; the contract is generated from it. */
export const routes = ({ collections, settings, rules }: Behind): Route[] => [
  registerVeteranRoute(collections, settings),
  decideVeteran(collections, 'confirm'),
  decideVeteran(collections, 'reject'),
  readVeteran(collections),
  listVeterans(collections),
  proposeAllowanceRoute(collections, rules),
  approveAllowanceRoute(collections, rules),
  rejectAllowanceRoute(collections),
  endAllowanceRoute(collections),
  readAllowance(collections),
  listAllowances(collections),
  assessMatterRoute(rules),
];

/** The register of veterans and the monthly allowance each of them is awarded: every step by two officers. */
export const veterans = defineService({
  name: 'veterans',
  settings: Settings,
  migrations: new URL('../migrations/', import.meta.url),
  build: ({ settings, store, persons }) => {
    const collections = openCollections(store, persons);
    const rules = readLaw();
    return {
      routes: routes({ collections, settings, rules }),
      reactions: [personRegistered(collections)],
    };
  },
});

if (import.meta.main) await run(veterans, process.env);
