import { next, refuse } from '@minzheng/types';
import type { Decision, Instant, Transitions } from '@minzheng/types';
import type { Application, HistoryEntry, HouseholdCase, ReliefCase } from './application-state.ts';
import { chains, holdsAdjacentPart } from './segregation.ts';
import type { Part } from './segregation.ts';

/** Who acts and when. */
export interface Act {
  readonly by: string;
  readonly at: Instant;
}

/** A part of a case that one or more officers take with a step. */
export interface Holding {
  readonly part: Part;
  readonly staffNos: readonly string[];
}

/** Guards every command alike: the transition must be there, and nobody takes a part beside one they hold. */
export function takeStep<A extends Application, C extends string>(
  transitions: Transitions<A['status'], C>,
  application: A,
  command: C,
  holding: Holding | undefined,
  decideIt: () => Decision<A>,
): Decision<A> {
  const { status, officers, programme } = application;
  const to = next<A['status'], C>(transitions, status, command);
  if (to === undefined) return notThere(application, command);
  const chain = programme === 'TL_E' ? chains.relief : chains.household;
  if (holding && holdsAdjacentPart(chain, officers, holding.part, holding.staffNos)) {
    return refuse('application.same-officer-adjacent');
  }
  const decision = decideIt();
  if (!decision.ok) return decision;
  return { ...decision, state: { ...decision.state, status: to, officers: { ...officers, ...heldBy(holding) } } };
}

const notThere = ({ status }: Application, command: string) =>
  refuse('application.transition-not-there', { state: status, command });

/** A command that only a household's case knows. */
export const onHousehold =
  (command: string, decide: (found: HouseholdCase) => Decision<HouseholdCase>) =>
  (found: Application): Decision<Application> =>
    found.programme === 'TL_E' ? notThere(found, command) : decide(found);

/** A command that only emergency relief knows. */
export const onRelief =
  (command: string, decide: (found: ReliefCase) => Decision<ReliefCase>) =>
  (found: Application): Decision<Application> =>
    found.programme === 'TL_E' ? decide(found) : notThere(found, command);

function heldBy(holding: Holding | undefined): Partial<Application['officers']> {
  if (holding === undefined) return {};
  const { part, staffNos } = holding;
  return part === 'surveyors' ? { surveyors: [...staffNos] } : { [part]: staffNos[0] };
}

/** Adds a step to the case's history. */
export const recorded = <A extends Application>(application: A, entry: HistoryEntry): A => ({
  ...application,
  history: [...application.history, entry],
});
