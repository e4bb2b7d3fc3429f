import type { ParameterView } from '@minzheng/rules';
import { decided, refuse } from '@minzheng/types';
import type { CaseNumber, Decision, Instant, Transitions } from '@minzheng/types';
import type { Deciding } from './application.ts';
import type { ReliefCase, ReliefStatus } from './application-state.ts';
import { factsIncomplete, fixDecision } from './case-decision.ts';
import type { CaseDecision } from './case-decision.ts';
import { caseAccepted, caseDecided } from './case-events.ts';
import { recorded, takeStep } from './case-step.ts';
import type { Act, Holding } from './case-step.ts';
import { changeTerms, endTerms } from './case-terms.ts';
import type { Assessment } from './means-test/assessment.ts';
import type { ReliefFacts } from './programmes/tl-e/relief-facts.ts';
import { termOf } from './terms.ts';

export type ReliefCommand = 'triage' | 'advance' | 'refuse' | 'complete' | 'withdraw';

/** DOMAIN §2.2, TL_E: the money is decided within 24 hours, without survey and notice (TL-5); the papers follow. */
export const reliefTransitions = {
  submitted: { triage: 'triaged', withdraw: 'withdrawn' },
  triaged: { advance: 'advanced', refuse: 'refused', withdraw: 'withdrawn' },
  advanced: { complete: 'completed' },
  completed: {},
  refused: {},
  withdrawn: {},
} as const satisfies Transitions<ReliefStatus, ReliefCommand>;

/** 研判: what the street has found, complete enough to decide on. */
export interface Triage {
  readonly facts: ReliefFacts;
  /** Of these facts. */
  readonly assessment: Assessment;
  readonly caseNumber: CaseNumber;
}

/** The report becomes a case; what is still to be found out is asked for now, not when the money is due. */
export function triage(application: ReliefCase, { by, at }: Act, found: Triage): Decision<ReliefCase> {
  return step(application, 'triage', { part: 'acceptor', staffNos: [by] }, () => {
    const { facts, assessment, caseNumber } = found;
    if (assessment.status === 'MANUAL') return factsIncomplete(assessment.missing);
    const triaged = recorded({ ...application, verified: facts, caseNumber }, { event: 'triaged', at, by });
    return changeTerms(decided(triaged, caseAccepted(triaged)), at, { met: ['triage'] });
  });
}

/** 先行救助: who decides, and for a sum above the highest tier which meeting has agreed. */
export interface Advancing extends Deciding {
  readonly isStreet: boolean;
  readonly meetingRef?: string;
}

/** The sum is fixed and owed at once; only as high as the deciding officer may go (TL-4). */
export function advance(application: ReliefCase, advancing: Advancing, view: ParameterView): Decision<ReliefCase> {
  const { act, assessment, isStreet, meetingRef } = advancing;
  return step(application, 'advance', { part: 'decider', staffNos: [act.by] }, () => {
    const fixed = fix(application, advancing, 'confirm');
    if (!fixed.ok) return fixed;
    const level = assessment.status === 'ELIGIBLE' ? assessment.level : undefined;
    if (isStreet && level !== 'street') return refuse('application.above-street-limit');
    if (level === 'meeting' && meetingRef === undefined) return refuse('application.meeting-needed');
    const granted = { ...application, decision: fixed.state, ...(meetingRef !== undefined && { meetingRef }) };
    const advanced = recorded(granted, { event: 'advanced', at: act.at, by: act.by });
    return changeTerms(decided(advanced, caseDecided(advanced)), act.at, {
      met: ['advance'],
      started: [termOf('papers', act.at, view)],
    });
  });
}

/** Not urgent: refused here, with a hint where to go. */
export function refuseRelief(application: ReliefCase, deciding: Deciding): Decision<ReliefCase> {
  const { act } = deciding;
  return step(application, 'refuse', { part: 'decider', staffNos: [act.by] }, () => {
    const fixed = fix(application, deciding, 'refuse');
    if (!fixed.ok) return fixed;
    const refused = recorded({ ...application, decision: fixed.state }, { event: 'refused', at: act.at, by: act.by });
    return endTerms(decided(refused, caseDecided(refused)), act.at, 'met');
  });
}

const fix = (
  { verified }: ReliefCase,
  { assessment, stamp }: Deciding,
  verb: 'confirm' | 'refuse',
): Decision<CaseDecision> => fixDecision(verb, verified, assessment, stamp);

/** 补办手续: registration, reason, amount and signatures, after the money. */
export function completePapers(application: ReliefCase, { by, at }: Act, note: string): Decision<ReliefCase> {
  return step(application, 'complete', { part: 'signer', staffNos: [by] }, () =>
    changeTerms(decided(recorded({ ...application, note }, { event: 'completed', at, by })), at, { met: ['papers'] }),
  );
}

/** The applicant's own command, until the money is decided. */
export function withdrawRelief(application: ReliefCase, at: Instant): Decision<ReliefCase> {
  return step(application, 'withdraw', undefined, () =>
    endTerms(decided(recorded(application, { event: 'withdrawn', at })), at, 'dropped'),
  );
}

const step = (
  application: ReliefCase,
  command: ReliefCommand,
  holding: Holding | undefined,
  decideIt: () => Decision<ReliefCase>,
): Decision<ReliefCase> =>
  takeStep<ReliefCase, ReliefCommand>(reliefTransitions, application, command, holding, decideIt);
