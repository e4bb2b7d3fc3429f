/** What an aggregate of the first service has said so far: one event for each command. */
export interface Stream {
  id: string;
  readonly commands: readonly string[];
}

/** What the second service has taken down of a stream: the sequence numbers, each once, in the order in which they came. */
export interface Ledger {
  id: string;
  readonly applied: readonly number[];
}

/** How often a stream's messages have had an effect, duplicates included: one for each message in the log. */
export interface Tally {
  id: string;
  readonly count: number;
}

/** A saga: asks for a sum, then spends it or gives it back. */
export interface Claim {
  id: string;
  readonly amountFen: number;
  readonly willCancel: boolean;
  readonly status: 'asked' | 'settled' | 'cancelled' | 'refused';
}

interface Hold {
  readonly amountFen: number;
  readonly status: 'held' | 'spent' | 'released' | 'refused';
}

/** A budget line: available + reserved + spent is what was appropriated, always. */
export interface Line {
  id: string;
  readonly availableFen: number;
  readonly reservedFen: number;
  readonly spentFen: number;
  readonly holds: Readonly<Record<string, Hold>>;
}

export const APPROPRIATED_FEN = 100;

export const COLLECTIONS = {
  streams: 'streams',
  claims: 'claims',
  ledgers: 'ledgers',
  tallies: 'tallies',
  lines: 'lines',
};
