import type { ParameterView } from '@minzheng/rules';
import type { Application } from '../application-state.ts';
import type { Assessment } from '../means-test/assessment.ts';
import { assessDb } from './db/assess-db.ts';
import { assessDbb } from './dbb/assess-dbb.ts';
import { assessTlE } from './tl-e/assess-tl-e.ts';

/** Assesses what the officers have found under the programme that was applied for; what they have not found is missing. */
export function assess(application: Application, view: ParameterView): Assessment {
  const n = application.members.length;
  if (application.programme === 'TL_E') return assessTlE({ n, ...application.verified }, view);
  return byMeans[application.programme]({ n, ...application.verified }, view);
}

const byMeans = { DB: assessDb, DBB: assessDbb } as const;
