import { decided, withDeadlines } from '@minzheng/types';
import type { Deadline, Decided, Decision, Instant, TermKind } from '@minzheng/types';
import type { Application } from './application-state.ts';
import { deadlineMissed } from './case-events.ts';
import type { Term } from './terms.ts';

/** The kind of deadline at which a term has run out. */
export const termDeadline = (kind: TermKind): string => `term.${kind}`;

/** What a step does to the terms of its case. */
export interface TermChange {
  readonly met?: readonly TermKind[];
  readonly dropped?: readonly TermKind[];
  /** Sets terms running; one of the same kind that still runs gives way. */
  readonly started?: readonly Term[];
}

/** Ends and starts terms and their deadlines in the commit of the step; what ends too late is told as missed with it. */
export function changeTerms<A extends Application>(
  decision: Decided<A>,
  at: Instant,
  { met = [], dropped = [], started = [] }: TermChange,
): Decided<A> {
  const { state } = decision;
  const replaced = started.map(({ kind }) => kind);
  const over = [...met, ...dropped, ...replaced];
  const ending = state.terms.filter((term) => isRunning(term) && over.includes(term.kind));
  const terms = state.terms.map((term) =>
    ending.includes(term) ? endedAs(term, met.includes(term.kind) ? 'met' : 'dropped', at) : term,
  );
  const missed = ending.filter((term) => isLate(term, at)).map((term) => deadlineMissed(state, term));
  return withDeadlines(
    { ...decision, state: { ...state, terms: [...terms, ...started] }, events: [...missed, ...decision.events] },
    started.map(({ kind, dueAt }): Deadline => ({ kind: termDeadline(kind), subject: state.id, dueAt })),
    ending
      .filter(({ kind }) => !replaced.includes(kind))
      .map(({ kind }) => ({ kind: termDeadline(kind), subject: state.id })),
  );
}

/** The case is at its end: whatever still runs has been met by a decision, or is dropped where there is none. */
export function endTerms<A extends Application>(decision: Decided<A>, at: Instant, as: 'met' | 'dropped'): Decided<A> {
  const running = decision.state.terms.filter(isRunning).map(({ kind }) => kind);
  return changeTerms(decision, at, { [as]: running });
}

/** The clock's command: a fact for everybody to see. Nothing is decided by it. */
export function runOut(application: Application, kind: TermKind, at: Instant): Decision<Application> {
  const late = application.terms.find((term) => term.kind === kind && isRunning(term) && isLate(term, at));
  if (late === undefined) return decided(application);
  const terms = application.terms.map((term) => (term === late ? { ...term, missedAt: at } : term));
  return decided({ ...application, terms }, deadlineMissed(application, late));
}

const endedAs = (term: Term, as: 'met' | 'dropped', at: Instant): Term => ({
  ...term,
  ended: { as, at },
  ...(isLate(term, at) && { missedAt: at }),
});

/** Too late, and nobody has been told. */
const isLate = ({ dueAt, missedAt }: Term, at: Instant): boolean => missedAt === undefined && at >= dueAt;

const isRunning = ({ ended }: Term): boolean => ended === undefined;
