import type { components, operations } from '@minzheng/api-types';

export type { paths } from '@minzheng/api-types';

/** What the pages use of the contract, by the names that are spoken here. */
export type CaseView = components['schemas']['CaseView'];
export type CaseStatus = CaseView['status'];
export type HistoryEntry = CaseView['history'][number];
export type CaseDecision = NonNullable<CaseView['decision']>;
export type TraceStep = CaseDecision['trace'][number];
export type Relation = CaseView['members'][number]['relation'];
export type ProblemDocument = components['schemas']['Problem'];

export type Submission = operations['submitApplication']['requestBody']['content']['application/json'];

type AnswerOf<O extends keyof operations> = operations[O]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type Cases = AnswerOf<'listApplications'>;
export type EntitlementView = AnswerOf<'listEntitlements'>['items'][number];
export type PaymentView = AnswerOf<'listPayments'>['items'][number];

/** 办理时限: how much of the time that a step has is gone. */
export type Term = CaseView['terms'][number];
