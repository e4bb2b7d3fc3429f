import { decided, refuse } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { closed, held, said, short } from './facts.ts';
import { APPROPRIATED_FEN } from './states.ts';
import type { Claim, Ledger, Line, Stream, Tally } from './states.ts';

/** One more number of a stream, unless this command has been heard before. */
export function sayNext(stream: Stream | undefined, id: string, commandId: string): Decision<Stream> {
  const commands = stream?.commands ?? [];
  if (stream?.commands.includes(commandId) === true) return decided(stream);
  return decided({ id, commands: [...commands, commandId] }, said(id, commands.length + 1));
}

export function ask(claim: Claim | undefined, id: string, amountFen: number, willCancel: boolean): Decision<Claim> {
  if (claim !== undefined) return decided(claim);
  return decided({ id, amountFen, willCancel, status: 'asked' }, said(id, amountFen));
}

/**
 * Older or equal numbers have been taken down already; a hole is taken down as it is, for the checker to see. A troubled number cannot be
 * taken before the fault is mended: some are refused, at others the release breaks.
 */
export function takeDown(
  ledger: Ledger | undefined,
  id: string,
  sequence: number,
  isTroubled: boolean,
): Decision<Ledger> | 'ignore' {
  if (isTroubled && sequence % 2 === 0) return refuse('request.not-found');
  if (isTroubled) throw new TypeError('a fault in this release');
  const applied = ledger?.applied ?? [];
  if (sequence <= (applied.at(-1) ?? 0)) return 'ignore';
  return decided({ id, applied: [...applied, sequence] });
}

/** Counts every message, also one that has been there before. */
export function count(tally: Tally | undefined, id: string): Decision<Tally> {
  return decided({ id, count: (tally?.count ?? 0) + 1 });
}

export function hold(
  line: Line | undefined,
  id: string,
  claimId: string,
  amountFen: number,
): Decision<Line> | 'ignore' {
  const before = line ?? { id, availableFen: APPROPRIATED_FEN, reservedFen: 0, spentFen: 0, holds: {} };
  if (before.holds[claimId] !== undefined) return 'ignore';
  if (before.availableFen < amountFen) {
    const holds = { ...before.holds, [claimId]: { amountFen, status: 'refused' as const } };
    return decided({ ...before, holds }, short(id, claimId, amountFen));
  }
  const holds = { ...before.holds, [claimId]: { amountFen, status: 'held' as const } };
  const { availableFen, reservedFen } = before;
  return decided(
    { ...before, holds, availableFen: availableFen - amountFen, reservedFen: reservedFen + amountFen },
    held(id, claimId, amountFen),
  );
}

/** Spends what was held, or the compensation: gives it back. */
export function close(line: Line | undefined, claimId: string, isSpent: boolean): Decision<Line> | 'ignore' {
  const found = line?.holds[claimId];
  if (line === undefined || found === undefined) return refuse('request.not-found');
  if (found.status !== 'held') return 'ignore';
  const { amountFen } = found;
  const holds = {
    ...line.holds,
    [claimId]: { amountFen, status: isSpent ? ('spent' as const) : ('released' as const) },
  };
  const reservedFen = line.reservedFen - amountFen;
  return isSpent
    ? decided({ ...line, holds, reservedFen, spentFen: line.spentFen + amountFen })
    : decided({ ...line, holds, reservedFen, availableFen: line.availableFen + amountFen });
}

/** The claim's answer to the line's. */
export function answered(claim: Claim | undefined, isHeld: boolean): Decision<Claim> | 'ignore' {
  if (claim === undefined) return refuse('request.not-found');
  if (claim.status !== 'asked') return 'ignore';
  if (!isHeld) return decided({ ...claim, status: 'refused' });
  const status = claim.willCancel ? 'cancelled' : 'settled';
  return decided({ ...claim, status }, closed(claim.id, !claim.willCancel));
}
