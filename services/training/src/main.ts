import type { Route } from '@minzheng/http';
import { defineService, run } from '@minzheng/service';
import { repositoriesIn } from './adapters/repositories.ts';
import type { Repositories } from './adapters/repositories.ts';
import { Settings } from './config.ts';
import { readMyCertificates } from './routes/certificates.ts';
import { courseRoutes } from './routes/courses.ts';
import { enrolmentRoutes } from './routes/enrolments.ts';
import { licenceRoutes } from './routes/licences.ts';
import { staffRoutes } from './routes/staff.ts';

/** The whole table, of what stands behind it; the contract is generated from it. */
export const routes = (repositories: Repositories): Route[] => [
  ...staffRoutes(repositories),
  ...courseRoutes(repositories),
  ...enrolmentRoutes(repositories),
  readMyCertificates(repositories),
  ...licenceRoutes(repositories),
];

export const training = defineService({
  name: 'training',
  settings: Settings,
  migrations: new URL('../migrations/', import.meta.url),
  build: ({ store }) => ({ routes: routes(repositoriesIn(store)) }),
});

if (import.meta.main) await run(training, process.env);
