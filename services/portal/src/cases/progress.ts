import type { CaseStatus, CaseView, HistoryEntry } from '../api/contract.ts';

/** The stations of a case as a resident sees them (DOMAIN §2.1). */
export const stations = ['submitted', 'accepted', 'survey', 'notice', 'reported', 'review', 'decided'] as const;
export type Station = (typeof stations)[number];

/** One station; `at` is when the case came there. */
export interface Stop {
  readonly station: Station;
  readonly state: 'done' | 'current' | 'to-come' | 'left-out';
  readonly at?: string;
}

const reachedBy: Readonly<Record<Station, readonly HistoryEntry['event'][]>> = {
  submitted: ['submitted'],
  accepted: ['accepted'],
  survey: ['survey-started'],
  notice: ['notice-posted'],
  reported: ['reported'],
  review: ['review-started'],
  decided: ['confirmed', 'refused'],
};

/** A reply may have values that are newer than these pages: a status that is not here stands where the case came last. */
const standsAt: Readonly<Record<string, Station>> = {
  submitted: 'submitted',
  supplement: 'submitted',
  accepted: 'accepted',
  survey: 'survey',
  'public-notice': 'notice',
  're-survey': 'notice',
  reported: 'reported',
  review: 'review',
};

/** A station that the case has passed without a stop (no notice after a negative opinion) was left out; so is all after its end. */
export function stopsOf({ status, history }: Pick<CaseView, 'status' | 'history'>): Stop[] {
  const reached = stations.findLastIndex((station) => entryOf(history, station) !== undefined);
  const here = isOver(status) ? undefined : (standsAt[status] ?? stations[reached]);
  return stations.map((station, index) => {
    const at = entryOf(history, station)?.at;
    const stop = { station, ...(at !== undefined && { at }) };
    if (at === undefined) return { ...stop, state: here === undefined || index < reached ? 'left-out' : 'to-come' };
    return { ...stop, state: station === here ? 'current' : 'done' };
  });
}

const entryOf = (history: readonly HistoryEntry[], station: Station): HistoryEntry | undefined =>
  history.findLast(({ event }) => reachedBy[station].includes(event));

const over: ReadonlySet<string> = new Set(['confirmed', 'refused', 'withdrawn', 'abandoned']);

/** Nothing more will happen to the application itself. */
const isOver = (status: CaseStatus): boolean => over.has(status);
