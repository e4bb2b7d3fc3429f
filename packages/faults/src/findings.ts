/** What the offline check found. */
export interface Findings {
  readonly acknowledged: number;
  /** Acknowledged writes, or effects owed by them, that are not there. */
  readonly lost: number;
  /** The same, by where they were lost. */
  readonly where: string;
  /** Effects that are there more often than the writes that caused them. */
  readonly doubled: number;
  /** Numbers that had their effect out of turn, or stand out of turn in the log. */
  readonly outOfTurn: number;
  /** Records that stand in the log again; legal, and the reason why effects are deduplicated. */
  readonly resent: number;
  readonly parked: number;
  /** Everything else that is not as it must be at rest: outbox, watermarks, processes. */
  readonly complaints: readonly string[];
}

/** The first reason for which a row has failed; undefined when there is none. */
export function objectionTo(
  { lost, where, doubled, outOfTurn, parked, complaints }: Findings,
  mayPark: boolean,
): string | undefined {
  if (lost > 0) return [`${lost} lost (${where})`, ...complaints].join('; ');
  if (doubled > 0) return `${doubled} effects too many`;
  if (outOfTurn > 0) return `${outOfTurn} out of turn`;
  if (parked > 0 && !mayPark) return `${parked} messages parked`;
  return complaints[0];
}
