import {
  ApplicationAbandoned,
  ApplicationSubmitted,
  CaseAccepted,
  CaseConfirmed,
  CaseDeadlineMissed,
  CaseNoticePosted,
  CaseObjectionAnswered,
  CaseObjectionFiled,
  CaseRefused,
  CaseReported,
  CaseSupplementRequested,
  instant,
} from '@minzheng/types';
import type { ApplicationId, CaseNumber, EventDefinition, Instant, LocalDate, NewEvent } from '@minzheng/types';
import type { z } from 'zod';
import type { Application, CaseObjection, HouseholdCase } from './application-state.ts';
import { remedyOf } from './remedy.ts';
import { lastTerm } from './terms.ts';
import type { Term } from './terms.ts';

export const applicationSubmitted = (application: Application): NewEvent => {
  const { id, programme, members, submittedOn } = application;
  const told = { applicationId: id, programme, householdSize: members.length, submittedOn };
  return tell(ApplicationSubmitted, application, told);
};

export const supplementRequested = (application: HouseholdCase, supplyBy: LocalDate): NewEvent => {
  const { id, programme } = application;
  const { items } = needed(application.supplement, 'a supplement');
  return tell(CaseSupplementRequested, application, { applicationId: id, programme, items, supplyBy });
};

export const abandoned = (application: Application, at: Instant): NewEvent => {
  const { id, programme } = application;
  const told = { applicationId: id, programme, abandonedOn: instant.civilDate(at) };
  return tell(ApplicationAbandoned, application, told);
};

/** Emergency relief is due when its money is. */
export const caseAccepted = (application: Application): NewEvent => {
  const { programme } = application;
  const { startedAt, dueOn, provisional } = lastTerm(application, programme === 'TL_E' ? 'advance' : 'total');
  const acceptedOn = instant.civilDate(startedAt);
  return tell(CaseAccepted, application, { ...named(application), programme, acceptedOn, dueOn, provisional });
};

export const noticePosted = (application: HouseholdCase): NewEvent =>
  tell(CaseNoticePosted, application, { ...named(application), ...needed(application.notice, 'a notice') });

export const caseReported = (application: HouseholdCase, reportedOn: LocalDate): NewEvent => {
  const opinion = needed(application.opinion, 'an opinion');
  return tell(CaseReported, application, { ...named(application), opinion, reportedOn });
};

export const objectionFiled = (application: HouseholdCase, filedOn: LocalDate): NewEvent => {
  const { programme } = application;
  const answerBy = lastTerm(application, 'objection').dueOn;
  return tell(CaseObjectionFiled, application, { ...named(application), programme, filedOn, answerBy });
};

export const objectionsAnswered = (
  application: HouseholdCase,
  outcome: NonNullable<CaseObjection['outcome']>,
  answeredOn: LocalDate,
): NewEvent => {
  const { programme } = application;
  return tell(CaseObjectionAnswered, application, { ...named(application), programme, outcome, answeredOn });
};

export const deadlineMissed = (application: Application, { kind, dueOn, provisional }: Term): NewEvent => {
  const { id, caseNumber, programme } = application;
  const told = { applicationId: id, ...(caseNumber && { caseNumber }), programme, kind, dueOn, provisional };
  return tell(CaseDeadlineMissed, application, told);
};

export const caseDecided = (application: Application): NewEvent => {
  const decision = needed(application.decision, 'a decision');
  const { decisionId, decidedOn, ruleIds, monthlyFen, oneOffFen, payFrom, sample, hint } = decision;
  const told = { ...named(application), decisionId, programme: application.programme, decidedOn, ruleIds };
  if (monthlyFen === undefined || payFrom === undefined) {
    const remedy = remedyOf(decision);
    return tell(CaseRefused, application, { ...told, ...(hint && { hint }), ...(remedy && { remedy }) });
  }
  const granted = { monthlyFen, ...(oneOffFen !== undefined && { oneOffFen }), payFrom };
  return tell(CaseConfirmed, application, { ...told, ...granted, sample });
};

const named = ({ id, caseNumber }: Application): { applicationId: ApplicationId; caseNumber: CaseNumber } => ({
  applicationId: id,
  caseNumber: needed(caseNumber, 'a number'),
});

/** The transition table sees to it that these are there; their absence is a bug. */
function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`a case in this state has ${what}`);
  return value;
}

const tell = <S extends z.ZodObject>(
  event: EventDefinition<S>,
  { id, applicantId, divisionCode }: Application,
  data: z.input<S>,
): NewEvent => event.of({ subject: id, personId: applicantId, divisionCode, data });
