import {
  ApplicationSubmitted,
  CaseAccepted,
  CaseConfirmed,
  CaseNoticePosted,
  CaseRefused,
  CaseReported,
} from '@minzheng/types';
import type { ApplicationId, CaseNumber, EventDefinition, LocalDate, NewEvent } from '@minzheng/types';
import type { z } from 'zod';
import type { Application } from './application-state.ts';

export const applicationSubmitted = (application: Application): NewEvent => {
  const { id, programme, members, submittedOn } = application;
  const told = { applicationId: id, programme, householdSize: members.length, submittedOn };
  return tell(ApplicationSubmitted, application, told);
};

export const caseAccepted = (application: Application): NewEvent => {
  const { acceptedOn, dueOn, provisional } = needed(application.dates, 'statutory dates');
  const { programme } = application;
  return tell(CaseAccepted, application, { ...named(application), programme, acceptedOn, dueOn, provisional });
};

export const noticePosted = (application: Application): NewEvent =>
  tell(CaseNoticePosted, application, { ...named(application), ...needed(application.notice, 'a notice') });

export const caseReported = (application: Application, reportedOn: LocalDate): NewEvent => {
  const opinion = needed(application.opinion, 'an opinion');
  return tell(CaseReported, application, { ...named(application), opinion, reportedOn });
};

export const caseDecided = (application: Application): NewEvent => {
  const decision = needed(application.decision, 'a decision');
  const { decisionId, decidedOn, ruleIds, monthlyFen, payFrom, sample, hint } = decision;
  const told = { ...named(application), decisionId, programme: application.programme, decidedOn, ruleIds };
  return monthlyFen !== undefined && payFrom !== undefined
    ? tell(CaseConfirmed, application, { ...told, monthlyFen, payFrom, sample })
    : tell(CaseRefused, application, { ...told, ...(hint && { hint }) });
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
