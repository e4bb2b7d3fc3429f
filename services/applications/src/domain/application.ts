import type { ParameterView } from '@minzheng/rules';
import { decided, instant, refuse, withDeadlines } from '@minzheng/types';
import type { CaseNumber, Decided, Decision, Instant, SupplementItem, Transitions } from '@minzheng/types';
import type { HistoryEntry, HouseholdCase, HouseholdStatus, Opinion } from './application-state.ts';
import { fixDecision } from './case-decision.ts';
import type { DecisionStamp } from './case-decision.ts';
import {
  abandoned,
  caseAccepted,
  caseDecided,
  caseReported,
  noticePosted,
  supplementRequested,
} from './case-events.ts';
import { recorded, takeStep } from './case-step.ts';
import type { Act, Holding } from './case-step.ts';
import { changeTerms, endTerms } from './case-terms.ts';
import type { Assessment } from './means-test/assessment.ts';
import type { Facts } from './means-test/facts.ts';
import { postNotice } from './notice-period.ts';
import { refuseStrangers } from './submission.ts';
import { termOf, termsOfAcceptance } from './terms.ts';

export type ApplicationCommand =
  | 'request-supplement'
  | 'supply'
  | 'abandon'
  | 'accept'
  | 'start-survey'
  | 'propose'
  | 'advise-against'
  | 'end-notice'
  | 'object'
  | 'resume-notice'
  | 'answer-objections'
  | 'review'
  | 'confirm'
  | 'refuse'
  | 'withdraw';

/** DOMAIN §2.1 for DB and DBB. What has no row here cannot happen; a case can be withdrawn until it is decided. */
export const transitions = {
  submitted: { accept: 'accepted', 'request-supplement': 'supplement', withdraw: 'withdrawn' },
  supplement: { supply: 'submitted', abandon: 'abandoned', withdraw: 'withdrawn' },
  accepted: { 'start-survey': 'survey', withdraw: 'withdrawn' },
  survey: { propose: 'public-notice', 'advise-against': 'reported', withdraw: 'withdrawn' },
  'public-notice': { 'end-notice': 'reported', object: 're-survey', withdraw: 'withdrawn' },
  're-survey': {
    object: 're-survey',
    'resume-notice': 'public-notice',
    'answer-objections': 'reported',
    withdraw: 'withdrawn',
  },
  reported: { review: 'review', withdraw: 'withdrawn' },
  review: { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' },
  confirmed: {},
  refused: {},
  withdrawn: {},
  abandoned: {},
} as const satisfies Transitions<HouseholdStatus, ApplicationCommand>;

/** The deadline at which a notice has hung out long enough. */
export const NOTICE_ENDS = 'notice.ends';

/** 一次性告知: everything that is missing is told once, and the time to accept stands still until it comes. */
export function requestSupplement(
  application: HouseholdCase,
  { by, at }: Act,
  items: readonly SupplementItem[],
  view: ParameterView,
): Decision<HouseholdCase> {
  return step(application, 'request-supplement', undefined, () => {
    if (application.supplement) return refuse('application.supplement-asked-already');
    const supplement = { items: [...new Set(items)], requestedOn: instant.civilDate(at) };
    const asked = recorded({ ...application, supplement }, { event: 'supplement-requested', at, by });
    const term = termOf('supplement', at, view);
    return changeTerms(decided(asked, supplementRequested(asked, term.dueOn)), at, {
      dropped: ['acceptance'],
      started: [term],
    });
  });
}

/** The applicant has brought what was missing; the time to accept begins anew. */
export function supply(application: HouseholdCase, at: Instant, view: ParameterView): Decision<HouseholdCase> {
  return step(application, 'supply', undefined, () => {
    const { supplement } = application;
    const supplied = {
      ...application,
      ...(supplement && { supplement: { ...supplement, suppliedOn: instant.civilDate(at) } }),
    };
    return changeTerms(decided(recorded(supplied, { event: 'supplied', at })), at, {
      met: ['supplement'],
      started: [termOf('acceptance', at, view)],
    });
  });
}

/** The clock's command (DOMAIN §2.1 row 3): what was missing has not come. */
export function abandon(application: HouseholdCase, at: Instant): Decision<HouseholdCase> {
  return step(application, 'abandon', undefined, () =>
    endTerms(decided(recorded(application, { event: 'abandoned', at }), abandoned(application, at)), at, 'dropped'),
  );
}

/** Who accepts; nobody where the time to say no has passed in silence (DOMAIN §2.1 row 2). */
export interface Acceptance {
  readonly by?: string;
  readonly at: Instant;
  /** 审核确认权限下放: the street itself confirms. */
  readonly isDevolved: boolean;
}

/** T0 of the total clock; the number was drawn in the same transaction. */
export function accept(
  application: HouseholdCase,
  { by, at, isDevolved }: Acceptance,
  caseNumber: CaseNumber,
  view: ParameterView,
): Decision<HouseholdCase> {
  const holding: Holding | undefined = by === undefined ? undefined : { part: 'acceptor', staffNos: [by] };
  return step(application, 'accept', holding, () => {
    const entry: HistoryEntry = { event: 'accepted', at, ...(by !== undefined && { by }) };
    const accepted = recorded({ ...application, caseNumber }, entry);
    const started = termsOfAcceptance(at, isDevolved, view);
    const timed = changeTerms(decided(accepted), at, { met: ['acceptance'], started });
    return { ...timed, events: [...timed.events, caseAccepted(timed.state)] };
  });
}

/** Two or more different officers go, and none of them is the one who accepted. */
export function startSurvey(
  application: HouseholdCase,
  { by, at }: Act,
  surveyors: readonly string[],
): Decision<HouseholdCase> {
  return step(application, 'start-survey', { part: 'surveyors', staffNos: surveyors }, () =>
    new Set(surveyors).size < 2
      ? refuse('application.surveyors-fewer-than-two')
      : changeTerms(decided(recorded(application, { event: 'survey-started', at, by })), at, { met: ['start-survey'] }),
  );
}

/** 调查结果: the verified facts and the street's opinion. */
export interface Survey {
  readonly facts: Facts;
  readonly opinion: Opinion;
  readonly note: string;
}

/** A positive opinion hangs out as a public notice; a negative one is reported at once. Either ends the street's time. */
export function reportSurvey(
  application: HouseholdCase,
  act: Act,
  survey: Survey,
  view: ParameterView,
): Decision<HouseholdCase> {
  const { facts, opinion, note } = survey;
  const command = opinion === 'positive' ? 'propose' : 'advise-against';
  return step(application, command, { part: 'signer', staffNos: [act.by] }, () => {
    const strangers = refuseStrangers(facts, application.members);
    if (strangers) return strangers;
    const surveyed = { ...application, verified: facts, opinion, note };
    const signed = opinion === 'positive' ? hungOut(surveyed, act) : reported(surveyed, act.at, view, act.by);
    return changeTerms(signed, act.at, { met: ['street'] });
  });
}

function hungOut(application: HouseholdCase, { by, at }: Act): Decided<HouseholdCase> {
  const { notice, reportableFrom } = postNotice(at);
  const posted = recorded({ ...application, notice }, { event: 'notice-posted', at, by });
  return withDeadlines(decided(posted, noticePosted(posted)), [
    { kind: NOTICE_ENDS, subject: application.id, dueAt: reportableFrom },
  ]);
}

/** The clock's command: nobody has objected until the notice ended. */
export function endNotice(application: HouseholdCase, at: Instant, view: ParameterView): Decision<HouseholdCase> {
  return step(application, 'end-notice', undefined, () =>
    reported(recorded(application, { event: 'notice-ended', at }), at, view),
  );
}

/** Told to the district, whose time begins. */
export function reported(
  application: HouseholdCase,
  at: Instant,
  view: ParameterView,
  by?: string,
): Decided<HouseholdCase> {
  const entry: HistoryEntry = { event: 'reported', at, ...(by !== undefined && { by }) };
  const told = decided(recorded(application, entry), caseReported(application, instant.civilDate(at)));
  return changeTerms(told, at, { started: [termOf('district', at, view)] });
}

export function review(application: HouseholdCase, { by, at }: Act): Decision<HouseholdCase> {
  return step(application, 'review', { part: 'reviewer', staffNos: [by] }, () =>
    decided(recorded(application, { event: 'review-started', at, by })),
  );
}

/** What the decider rests on: the assessment of the verified facts, reckoned for this very day. */
export interface Deciding {
  readonly act: Act;
  readonly assessment: Assessment;
  readonly stamp: DecisionStamp;
}

/** Fixes the amount; only where the assessment says eligible. */
export function confirm(application: HouseholdCase, deciding: Deciding): Decision<HouseholdCase> {
  return decide(application, deciding, 'confirm');
}

/** Refuses with the rules that failed; only where the assessment says not eligible. */
export function refuseCase(application: HouseholdCase, deciding: Deciding): Decision<HouseholdCase> {
  return decide(application, deciding, 'refuse');
}

function decide(
  application: HouseholdCase,
  { act, assessment, stamp }: Deciding,
  verb: 'confirm' | 'refuse',
): Decision<HouseholdCase> {
  return step(application, verb, { part: 'decider', staffNos: [act.by] }, () => {
    const fixed = fixDecision(verb, application.verified, assessment, stamp);
    if (!fixed.ok) return fixed;
    const event = verb === 'confirm' ? 'confirmed' : 'refused';
    const closed = recorded({ ...application, decision: fixed.state }, { event, at: act.at, by: act.by });
    return endTerms(decided(closed, caseDecided(closed)), act.at, 'met');
  });
}

/** The applicant's own command; a notice that still hangs out is taken down with it. */
export function withdraw(application: HouseholdCase, at: Instant): Decision<HouseholdCase> {
  return step(application, 'withdraw', undefined, () => {
    const withdrawn = decided(recorded(application, { event: 'withdrawn', at }));
    const isHangingOut = { kind: NOTICE_ENDS, subject: application.id };
    return withDeadlines(endTerms(withdrawn, at, 'dropped'), [], [isHangingOut]);
  });
}

const step = (
  application: HouseholdCase,
  command: ApplicationCommand,
  holding: Holding | undefined,
  decideIt: () => Decision<HouseholdCase>,
): Decision<HouseholdCase> =>
  takeStep<HouseholdCase, ApplicationCommand>(transitions, application, command, holding, decideIt);
