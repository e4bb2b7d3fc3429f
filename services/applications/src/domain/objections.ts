import type { ParameterView } from '@minzheng/rules';
import { decided, instant, withDeadlines } from '@minzheng/types';
import type { Decided, Decision, Instant, ObjectionId } from '@minzheng/types';
import type { CaseObjection, HistoryEntry, HouseholdCase, Opinion } from './application-state.ts';
import { NOTICE_ENDS, reported, transitions } from './application.ts';
import type { ApplicationCommand } from './application.ts';
import { objectionFiled, objectionsAnswered } from './case-events.ts';
import { recorded, takeStep } from './case-step.ts';
import type { Act } from './case-step.ts';
import { changeTerms } from './case-terms.ts';
import type { Facts } from './means-test/facts.ts';
import { reportableAfter } from './notice-period.ts';
import { refuseStrangers } from './submission.ts';
import { lastTerm, termsOfObjection } from './terms.ts';

/** Somebody's objection; `by` where an officer has taken it down. */
export interface Filing {
  readonly objectionId: ObjectionId;
  readonly by?: string;
  readonly at: Instant;
}

/** 异议 (DOMAIN §2.1 row 8): the case is surveyed again, and has the longer total for it. */
export function object(application: HouseholdCase, filing: Filing, view: ParameterView): Decision<HouseholdCase> {
  const { objectionId, by, at } = filing;
  return takeStep<HouseholdCase, ApplicationCommand>(transitions, application, 'object', undefined, () => {
    const filedOn = instant.civilDate(at);
    const entry: HistoryEntry = { event: 'objection-filed', at, ...(by !== undefined && { by }) };
    const objections = [...application.objections, { objectionId, filedOn }];
    const filed = decided(recorded({ ...application, objections }, entry));
    const started = termsOfObjection(lastTerm(application, 'total').startedAt, view);
    const timed = changeTerms(filed, at, { started });
    const told = { ...timed, events: [...timed.events, objectionFiled(timed.state, filedOn)] };
    return withDeadlines(told, [], [{ kind: NOTICE_ENDS, subject: application.id }]);
  });
}

/** 异议答复: dismissed, the proposal stands; upheld, the new survey has other facts or another opinion. */
export type ObjectionAnswer =
  | { readonly outcome: 'dismissed'; readonly note: string }
  | { readonly outcome: 'upheld'; readonly note: string; readonly facts: Facts; readonly opinion: Opinion };

/**
 * Answers every open objection at once. A notice must have hung out its days (NTC-3): dismissed before its end, it goes on;
 * else the case is reported with the opinion it has now (DOMAIN §2.1 row 9).
 */
export function answerObjections(
  application: HouseholdCase,
  act: Act,
  answer: ObjectionAnswer,
  view: ParameterView,
): Decision<HouseholdCase> {
  const resumesAt = answer.outcome === 'dismissed' ? noticeEnd(application, act.at) : undefined;
  const command = resumesAt === undefined ? 'answer-objections' : 'resume-notice';
  const holding = { part: 'signer', staffNos: [act.by] } as const;
  return takeStep<HouseholdCase, ApplicationCommand>(transitions, application, command, holding, () => {
    const strangers = answer.outcome === 'upheld' ? refuseStrangers(answer.facts, application.members) : undefined;
    if (strangers) return strangers;
    const answered = recorded(withAnswer(application, answer), { event: 'objection-answered', at: act.at, by: act.by });
    const told = objectionsAnswered(answered, answer.outcome, instant.civilDate(act.at));
    const next = resumesAt === undefined ? reported(answered, act.at, view, act.by) : resumed(answered, resumesAt);
    return changeTerms({ ...next, events: [told, ...next.events] }, act.at, { met: ['objection'] });
  });
}

/** When the notice will have hung out long enough; undefined once it has. */
function noticeEnd({ notice }: HouseholdCase, now: Instant): Instant | undefined {
  const end = notice && reportableAfter(notice.endsOn);
  return end !== undefined && now < end ? end : undefined;
}

function withAnswer(application: HouseholdCase, answer: ObjectionAnswer): HouseholdCase {
  const { outcome, note } = answer;
  const objections = application.objections.map((one): CaseObjection => ({ outcome, ...one }));
  if (answer.outcome === 'dismissed') return { ...application, objections };
  return { ...application, objections, verified: answer.facts, opinion: answer.opinion, note };
}

const resumed = (application: HouseholdCase, dueAt: Instant): Decided<HouseholdCase> =>
  withDeadlines(decided(application), [{ kind: NOTICE_ENDS, subject: application.id, dueAt }]);
