import { all } from '@minzheng/rules';
import type { Trace } from '@minzheng/rules';
import type { DecidingLevel } from '../../means-test/assessment.ts';
import type { TlEParams } from './compile-tl-e.ts';
import type { EmergencyFacts, Hardship } from './relief-facts.ts';
import type { TlERuleId } from './rules.ts';

/** What the programme says of an emergency: the sum for the whole household, and who may decide it. */
export type TlEOutcome =
  | { readonly isEligible: true; readonly oneOffFen: number; readonly level: DecidingLevel }
  | { readonly isEligible: false; readonly failed: readonly TlERuleId[] };

/** 急难型临时救助: pure, whole fen throughout. Throws NeedFact when the answer depends on a fact nobody gave. */
export function decideTlE(facts: EmergencyFacts, p: TlEParams, trace?: Trace<TlERuleId>): TlEOutcome {
  const { holds, failed } = all<TlERuleId>([['TL-1', () => facts.isUrgent]]);
  const urgent = trace?.step('TL-1', holds, 'yes-no', []) ?? 0;
  if (!holds) return { isEligible: false, failed };
  const { sum, limit } = tl3(facts, p);
  const granted = trace?.step('TL-3', sum, 'fen', [urgent], { limit, params: [tierKeys[facts.hardship], 'dibao.std'] });
  const isStreets = sum <= timesStandard(p.streetLimit, facts, p);
  const detail = { limit: timesStandard(p.streetLimit, facts, p), params: ['tl.streetLimit', 'dibao.std'] };
  trace?.step('TL-4', isStreets, 'yes-no', [granted ?? 0], detail);
  return { isEligible: true, oneOffFen: sum, level: levelOf(sum, isStreets, facts, p) };
}

/** TL-3: a tier grants its multiple of the standard per person; special hardship what is asked for, up to its cap. */
function tl3(facts: EmergencyFacts, p: TlEParams): { sum: number; limit: number } {
  const limit = timesStandard(p.multiples[facts.hardship], facts, p);
  return { sum: facts.hardship === 'special' ? Math.min(facts.requestedFen, limit) : limit, limit };
}

/** TL-3, TL-4: above the highest tier a meeting at the district decides (一事一议). */
function levelOf(sum: number, isStreets: boolean, facts: EmergencyFacts, p: TlEParams): DecidingLevel {
  if (isStreets) return 'street';
  return sum <= timesStandard(p.multiples['tier-3'], facts, p) ? 'district' : 'meeting';
}

const timesStandard = (multiple: number, { n }: EmergencyFacts, { std }: TlEParams): number => multiple * std * n;

const tierKeys: Readonly<Record<Hardship, string>> = {
  'tier-1': 'tl.tier.first',
  'tier-2': 'tl.tier.second',
  'tier-3': 'tl.tier.third',
  special: 'tl.special',
};
