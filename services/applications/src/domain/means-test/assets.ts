import type { HouseholdFacts } from './facts.ts';
import type { Trace } from './trace.ts';

/** What the asset rules of one programme read. */
export interface AssetLimits {
  /** Financial assets per head, as a multiple of the standard. */
  readonly financialMultiple: number;
  readonly vehicles: number;
  readonly dwellings: number;
  /** 最低生活保障标准 per person and month, in fen. */
  readonly std: number;
}

/** The limit of the household's financial assets in fen; what stands at the limit is allowed (CAL-4 "以内"). */
export const financialLimit = ({ n }: HouseholdFacts, limits: AssetLimits): number =>
  limits.financialMultiple * limits.std * n;

/** AST-1. */
export const areFinancialAssetsOk = (facts: HouseholdFacts, limits: AssetLimits): boolean =>
  facts.financialFen <= financialLimit(facts, limits);

/** AST-2. */
export const areVehiclesOk = (facts: HouseholdFacts, limits: AssetLimits): boolean => facts.vehicles <= limits.vehicles;

/** AST-3. */
export const areDwellingsOk = (facts: HouseholdFacts, limits: AssetLimits): boolean =>
  facts.dwellings <= limits.dwellings;

/** Puts the three findings on the trace, each with its limit; gives their steps. `programme` names the parameters' branch. */
export function explainAssets(
  facts: HouseholdFacts,
  limits: AssetLimits,
  programme: 'db' | 'dbb',
  trace: Trace,
): number[] {
  const vehicles = { limit: limits.vehicles, params: [`asset.${programme}.vehicles`] };
  const dwellings = { limit: limits.dwellings, params: [`asset.${programme}.dwellings`] };
  const financial = { limit: financialLimit(facts, limits), params: [`asset.${programme}.financial`, 'dibao.std'] };
  return [
    trace.step('AST-2', areVehiclesOk(facts, limits), 'yes-no', [], vehicles),
    trace.step('AST-3', areDwellingsOk(facts, limits), 'yes-no', [], dwellings),
    trace.step('AST-1', areFinancialAssetsOk(facts, limits), 'yes-no', [], financial),
  ];
}
