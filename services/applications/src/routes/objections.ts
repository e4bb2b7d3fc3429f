import { command, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { Instant, LocalDate, ObjectionId, refuse } from '@minzheng/types';
import type { ApplicationId, Caller } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { Note, Opinion } from '../domain/application-state.ts';
import type { Application } from '../domain/application-state.ts';
import { onHousehold } from '../domain/case-step.ts';
import { Facts } from '../domain/means-test/facts.ts';
import { fileObjection as file, Grounds, objectionIdOf } from '../domain/objection.ts';
import type { Objection } from '../domain/objection.ts';
import { answerObjections as answer, object } from '../domain/objections.ts';
import type { Filing } from '../domain/objections.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { lastTerm } from '../domain/terms.ts';
import { CaseView, caseView } from './case-view.ts';
import { CaseParams, onCase } from './on-case.ts';

const MAX_OBJECTIONS = 200;

/** A notice is for everybody, so any resident may object to it; an officer takes down what reaches the street or the village board. */
export const fileObjection = (collections: Collections, rules: RuleBook): Route =>
  command({
    path: '/applications/:id/objections',
    operationId: 'fileObjection',
    summary: 'Object to a public notice while it hangs out (异议)',
    roles: ['resident', 'street-officer'],
    params: CaseParams,
    body: z.strictObject({ grounds: Grounds }),
    reply: { status: 201, body: z.strictObject({ objectionId: ObjectionId, answerBy: LocalDate }) },
    decide: async (tx, { params, body, caller }) => {
      const filer = filerOf(caller, params.id, () => tx.newId());
      const filing = { ...filer.filing, at: tx.at };
      const application = await applyObjection(tx, collections, rules, params.id, filing, filer.viewer);
      const { id, applicantId, divisionCode } = application;
      const objection: Objection = {
        id: filing.objectionId,
        applicationId: id,
        applicantId,
        divisionCode,
        grounds: body.grounds,
        filedAt: tx.at,
        ...filer.whose,
      };
      await tx.apply(collections.objections, objection.id, (known) => file(known, objection), {
        cause: { viewer: 'system' },
      });
      return { objectionId: objection.id, answerBy: lastTerm(application, 'objection').dueOn };
    },
  });

type Filer = {
  readonly viewer: Caller | 'system';
  readonly filing: Omit<Filing, 'at'>;
  readonly whose: Pick<Objection, 'objectorId' | 'takenDownBy'>;
};

/** An officer acts within their division; a resident may object to any notice, once, and learns nothing else of the case. */
function filerOf(caller: Caller, applicationId: ApplicationId, newId: () => string): Filer {
  const { roles, staffNo, personId } = caller;
  if (roles.includes('street-officer') && staffNo !== undefined) {
    const filing = { objectionId: ObjectionId.parse(newId()), by: staffNo };
    return { viewer: caller, filing, whose: { takenDownBy: staffNo } };
  }
  if (personId === undefined) throw new Refused({ code: 'auth.role-not-allowed' });
  const filing = { objectionId: objectionIdOf(applicationId, personId) };
  return { viewer: 'system', filing, whose: { objectorId: personId } };
}

function applyObjection(
  tx: Transaction,
  { applications }: Collections,
  rules: RuleBook,
  id: string,
  filing: Filing,
  viewer: Caller | 'system',
): Promise<Application> {
  const filed = onHousehold('object', (household) => object(household, filing, rulesOn(rules, tx.today)));
  const decide = (found: Application | undefined) =>
    found === undefined || (viewer === 'system' && !isPublic(found)) ? refuse('application.not-found') : filed(found);
  return tx.apply(applications, id, decide, { cause: { viewer } });
}

/** To somebody who is no party to it, a case exists only while its notice does. */
const isPublic = ({ status }: Application): boolean => status === 'public-notice' || status === 're-survey';

const Answer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('dismissed'), note: Note }),
  z.strictObject({ outcome: z.literal('upheld'), note: Note, facts: Facts, opinion: Opinion }),
]);

export const answerObjections = (collections: Collections, rules: RuleBook): Route =>
  command({
    path: '/applications/:id/answer-objections',
    operationId: 'answerObjections',
    summary: 'Sign what the survey after an objection has found (异议核查结果)',
    roles: ['street-officer'],
    params: CaseParams,
    body: Answer,
    reply: { status: 200, body: CaseView },
    decide: async (tx, request) => {
      const application = await onCase(tx, collections, 'answer-objections', request, (found, act) =>
        onHousehold('answer-objections', (household) => answer(household, act, request.body, rulesOn(rules, tx.today)))(
          found,
        ),
      );
      return caseView(application, request.caller, tx.at);
    },
  });

const ObjectionView = z.strictObject({ objectionId: ObjectionId, filedAt: Instant, grounds: z.string() });

/** What was said, for those who look into it; who said it stays with the record. */
export const listObjections = ({ objections }: Collections): Route =>
  query({
    path: '/applications/:id/objections',
    operationId: 'listObjections',
    summary: 'The objections to a case’s notice, oldest first',
    roles: ['street-officer', 'district-reviewer', 'district-decider', 'auditor'],
    params: CaseParams,
    reply: { body: z.strictObject({ items: z.array(ObjectionView) }) },
    read: async ({ params, caller }) => {
      const found = await objections.list(caller, { applicationId: params.id }, { limit: MAX_OBJECTIONS });
      return { items: found.map(({ id, filedAt, grounds }) => ({ objectionId: id, filedAt, grounds })) };
    },
    audit: ({ params }) => ({
      action: 'objection.read',
      object: `application/${params.id}`,
      purpose: 'case handling',
    }),
  });
