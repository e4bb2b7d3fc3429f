import type { Route } from '@minzheng/http';
import { defineService, run } from '@minzheng/service';
import { openCollections } from './adapters/collections.ts';
import type { Collections } from './adapters/collections.ts';
import { moveClaim } from './adapters/settle-claims.ts';
import { readLaw } from './adapters/law.ts';
import { readProgrammes } from './adapters/read-programmes.ts';
import type { Programme } from './domain/programmes/programme.ts';
import { assessStoryRoute } from './routes/assess-story.ts';
import { listProgrammes } from './routes/list-programmes.ts';
import { Settings } from './config.ts';
import type { RuleBook } from './domain/rule-book.ts';
import { noticeEnds } from './jobs/notice-ends.ts';
import { licenceGranted } from './reactions/licence-granted.ts';
import { termsRunOut } from './jobs/terms-run-out.ts';
import { personRegistered } from './reactions/person-registered.ts';
import { requirementSet } from './reactions/requirement-set.ts';
import { acceptCase } from './routes/accept-case.ts';
import { advanceRelief } from './routes/advance-relief.ts';
import { completePapersOfCase } from './routes/complete-papers.ts';
import { decideCase } from './routes/decide-case.ts';
import { declareNearRelatives } from './routes/declare-near-relatives.ts';
import { answerObjections, fileObjection, listObjections } from './routes/objections.ts';
import { listApplications, readApplication } from './routes/read-applications.ts';
import { listEmergencies, readEmergency } from './routes/read-emergencies.ts';
import { refuseEmergency } from './routes/refuse-emergency.ts';
import { reportEmergency } from './routes/report-emergency.ts';
import { reportSurvey } from './routes/report-survey.ts';
import { requestSupplementOf } from './routes/request-supplement.ts';
import { reviewCase } from './routes/review-case.ts';
import { startSurvey } from './routes/start-survey.ts';
import { staffDelegated } from './reactions/staff-delegated.ts';
import { submitApplication } from './routes/submit-application.ts';
import { supplyMissing } from './routes/supply-missing.ts';
import { triageCase } from './routes/triage-case.ts';
import { withdrawApplication } from './routes/withdraw-application.ts';
import { withdrawEmergency } from './routes/withdraw-emergency.ts';

/** What stands behind the routes. */
interface Behind {
  readonly collections: Collections;
  readonly settings: Settings;
  readonly rules: RuleBook;
  readonly programmes: readonly Programme[];
}

/** The whole table; the contract is generated from it. */
export const routes = ({ collections, settings, rules, programmes }: Behind): Route[] => [
  submitApplication(collections, settings, rules),
  requestSupplementOf(collections, rules),
  supplyMissing(collections, rules),
  acceptCase(collections, settings, rules),
  startSurvey(collections),
  reportSurvey(collections, rules),
  fileObjection(collections, rules),
  listObjections(collections),
  answerObjections(collections, rules),
  reviewCase(collections),
  decideCase(collections, rules, 'confirm'),
  decideCase(collections, rules, 'refuse'),
  reportEmergency(collections, settings, rules),
  triageCase(collections, settings, rules),
  advanceRelief(collections, rules),
  completePapersOfCase(collections),
  refuseEmergency(collections, rules),
  withdrawEmergency(collections),
  readEmergency(collections),
  listEmergencies(collections),
  withdrawApplication(collections),
  declareNearRelatives(collections),
  readApplication(collections),
  listApplications(collections),
  assessStoryRoute(programmes, rules),
  listProgrammes(programmes),
];

export const applications = defineService({
  name: 'applications',
  settings: Settings,
  migrations: new URL('../migrations/', import.meta.url),
  build: async ({ settings, store, persons }) => {
    const collections = openCollections(store, persons);
    const rules = readLaw();
    const programmes = await readProgrammes();
    return {
      routes: routes({ collections, settings, rules, programmes }),
      reactions: [
        personRegistered(collections),
        licenceGranted(collections),
        requirementSet(collections),
        staffDelegated(collections),
      ],
      unite: (tx, merged) => moveClaim(tx, collections, merged),
      jobs: [noticeEnds(collections, rules), ...termsRunOut(collections, settings, rules)],
    };
  },
});

if (import.meta.main) await run(applications, process.env);
