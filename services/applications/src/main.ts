import type { Route } from '@minzheng/http';
import { defineService, run } from '@minzheng/service';
import { codeVersion } from './adapters/code-version.ts';
import { openCollections } from './adapters/collections.ts';
import type { Collections } from './adapters/collections.ts';
import { readParameters } from './adapters/parameter-files.ts';
import { Settings } from './config.ts';
import { noticeEnds } from './jobs/notice-ends.ts';
import { licenceGranted } from './reactions/licence-granted.ts';
import { personRegistered } from './reactions/person-registered.ts';
import { requirementSet } from './reactions/requirement-set.ts';
import { acceptCase } from './routes/accept-case.ts';
import { decideCase } from './routes/decide-case.ts';
import type { RuleBook } from './routes/decide-case.ts';
import { listApplications, readApplication } from './routes/read-applications.ts';
import { reportSurvey } from './routes/report-survey.ts';
import { reviewCase } from './routes/review-case.ts';
import { startSurvey } from './routes/start-survey.ts';
import { submitApplication } from './routes/submit-application.ts';
import { withdrawApplication } from './routes/withdraw-application.ts';

/** What stands behind the routes. */
interface Behind {
  readonly collections: Collections;
  readonly settings: Settings;
  readonly rules: RuleBook;
}

/** The whole table; the contract is generated from it. */
export const routes = ({ collections, settings, rules }: Behind): Route[] => [
  submitApplication(collections, settings),
  acceptCase(collections, settings),
  startSurvey(collections),
  reportSurvey(collections),
  reviewCase(collections),
  decideCase(collections, rules, 'confirm'),
  decideCase(collections, rules, 'refuse'),
  withdrawApplication(collections),
  readApplication(collections),
  listApplications(collections),
];

export const applications = defineService({
  name: 'applications',
  settings: Settings,
  migrations: new URL('../migrations/', import.meta.url),
  build: ({ settings, store }) => {
    const collections = openCollections(store);
    const rules = { parameters: readParameters(), codeVersion: codeVersion() };
    return {
      routes: routes({ collections, settings, rules }),
      reactions: [personRegistered(collections), licenceGranted(collections), requirementSet(collections)],
      jobs: [noticeEnds(collections)],
    };
  },
});

if (import.meta.main) await run(applications, process.env);
