import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { ApplicationSubmitted, CaseReported, EntitlementStarted, PaymentRejected } from '@minzheng/types';
import { answered, close, count, hold, takeDown } from './decisions.ts';
import { isClaim, lineOf } from './facts.ts';
import { COLLECTIONS } from './states.ts';
import type { Claim, Ledger, Line, Tally } from './states.ts';

export const SERVICES = ['applications', 'payments'] as const;
export type Service = (typeof SERVICES)[number];

/** One consumer of a service: its group, what it reads, what it does. */
export interface Lane {
  readonly group: string;
  readonly topics: readonly string[];
  readonly reactions: readonly Reaction[];
}

/** The simulated store asks a repository for nothing but its name. */
export const repository = <S extends { id: string }>(collection: string): Repository<S> =>
  ({ collection }) as unknown as Repository<S>;

const claims = repository<Claim>(COLLECTIONS.claims);
const lines = repository<Line>(COLLECTIONS.lines);
const ledgers = repository<Ledger>(COLLECTIONS.ledgers);
const tallies = repository<Tally>(COLLECTIONS.tallies);

/** The lanes of a service. `isTroubled` says which numbers this release cannot take yet. */
export function lanesOf(service: Service, isTroubled: (number: number) => boolean): Lane[] {
  return service === 'applications' ? applicationsLanes() : [paymentsLane(isTroubled)];
}

function applicationsLanes(): Lane[] {
  const onHeld = on(EntitlementStarted, {
    into: claims,
    id: ({ data }) => data.entitlementId,
    decide: (claim) => answered(claim, true),
  });
  const onShort = on(PaymentRejected, {
    into: claims,
    id: ({ data }) => data.entitlementId,
    decide: (claim) => answered(claim, false),
  });
  return [
    { group: 'applications', topics: [EntitlementStarted.topic], reactions: [onHeld] },
    { group: 'applications.bulk', topics: [PaymentRejected.topic], reactions: [onShort] },
  ];
}

const ofStream = (id: string): string | undefined => (isClaim(id) ? undefined : id);

function paymentsLane(isTroubled: (number: number) => boolean): Lane {
  const onSaid = on(ApplicationSubmitted, {
    into: ledgers,
    id: ({ subject }) => ofStream(subject),
    decide: (ledger, { subject, sequence }) => takeDown(ledger, subject, sequence, isTroubled(sequence)),
  });
  const onCounted = on(ApplicationSubmitted, {
    into: tallies,
    id: ({ subject }) => ofStream(subject),
    decide: (tally, { subject }) => count(tally, subject),
  });
  const onAsked = on(ApplicationSubmitted, {
    into: lines,
    id: ({ subject }) => (isClaim(subject) ? lineOf(subject) : undefined),
    decide: (line, { subject, data }) => hold(line, lineOf(subject), subject, data.householdSize),
  });
  const onClosed = on(CaseReported, {
    into: lines,
    id: ({ subject }) => lineOf(subject),
    decide: (line, { subject, data }) => close(line, subject, data.opinion === 'positive'),
  });
  return {
    group: 'payments',
    topics: [ApplicationSubmitted.topic],
    // The one that may fail comes second: what the first has done must then be undone.
    reactions: [onCounted, onSaid, onAsked, onClosed],
  };
}
