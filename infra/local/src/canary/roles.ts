import type { DemoHousehold } from '../demo/households.ts';
import type { Canary } from './canary.ts';

/** Ten canaries are two households, somebody alone, a household after a fire, and an old soldier. */
const OF_EACH_TEN = [
  'approved',
  'approved',
  'approved',
  'refused',
  'refused',
  'alone',
  'fire',
  'fire',
  'fire',
  'veteran',
] as const;
const relations = ['self', 'spouse', 'child'] as const;

/** Nobody else is paid exactly as much, so that the agency can name them by it. */
const UNLIKE_FEN = 20_100;
/** Above any line. */
const TOO_MUCH_FEN = 800_000;

/** What becomes of a household. */
export type Fate = (typeof OF_EACH_TEN)[number];

/** A household of canaries, in the demonstration's words, and what is to become of it. */
export interface CanaryHousehold extends DemoHousehold {
  readonly fate: Fate;
  readonly canaries: readonly Canary[];
}

/** Everybody in a household, in the order of their numbers. */
export function householdsOf(canaries: readonly Canary[]): CanaryHousehold[] {
  const groups = Map.groupBy(canaries, ({ index }) => `${Math.floor(index / OF_EACH_TEN.length)} ${fateOf(index)}`);
  return [...groups.values()].map((members) => householdOf(members));
}

const fateOf = (index: number): Fate => OF_EACH_TEN[index % OF_EACH_TEN.length] ?? 'approved';

function householdOf(canaries: readonly Canary[]): CanaryHousehold {
  const [applicant] = canaries;
  if (applicant === undefined) throw new RangeError('nobody lives here');
  const fate = fateOf(applicant.index);
  return {
    fate,
    canaries,
    example: `C${applicant.index}`,
    account: applicant.login,
    members: canaries.map(({ residentId, name }, at) => ({ residentId, name, relation: relations[at] ?? 'child' })),
    means: { wages: [wageOf(fate, applicant.index)] },
    mobile: applicant.mobile,
    accountNumber: applicant.accountNumber,
    opinion: fate === 'refused' ? 'negative' : 'positive',
  };
}

function wageOf(fate: Fate, index: number): number {
  if (fate === 'refused') return TOO_MUCH_FEN;
  return fate === 'alone' && index < OF_EACH_TEN.length ? UNLIKE_FEN : 0;
}

/** The programme that somebody's account is for. */
export const programmeOf = (fate: Fate): string =>
  fate === 'fire' ? 'TL_E' : fate === 'veteran' ? 'VET_LIVING' : 'DB';
