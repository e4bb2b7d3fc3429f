import type { ParameterView, Part, Trace } from '@minzheng/rules';
import type { Means } from './means.ts';
import type { MeansRuleId } from './rules.ts';

/** What the asset rules of one programme read. */
export interface AssetLimits {
  /** Financial assets per head, as a multiple of the standard. */
  readonly financialMultiple: number;
  readonly vehicles: number;
  readonly dwellings: number;
  /** 最低生活保障标准 per person and month, in fen. */
  readonly std: number;
}

/** Which branch of the asset figures a programme reads. */
export type AssetBranch = 'db' | 'dbb' | 'rigid';

/** Throws RangeError when a figure that must exist has no value on that day. */
export const compileAssets = (view: ParameterView, branch: AssetBranch): AssetLimits => ({
  std: view.must('dibao.std'),
  financialMultiple: view.must(`asset.${branch}.financial`),
  vehicles: view.must(`asset.${branch}.vehicles`),
  dwellings: view.must(`asset.${branch}.dwellings`),
});

/** The limit of the household's financial assets in fen; what stands at the limit is allowed (CAL-4 "以内"). */
export const financialLimit = ({ n }: Means, limits: AssetLimits): number => limits.financialMultiple * limits.std * n;

/** AST-1. */
export const areFinancialAssetsOk = (means: Means, limits: AssetLimits): boolean =>
  means.financialFen <= financialLimit(means, limits);

/** AST-2. */
export const areVehiclesOk = (means: Means, limits: AssetLimits): boolean => means.vehicles <= limits.vehicles;

/** AST-3. */
export const areDwellingsOk = (means: Means, limits: AssetLimits): boolean => means.dwellings <= limits.dwellings;

/** The three as parts of a decision, the cheapest question first. */
export const assetParts = (means: Means, limits: AssetLimits): readonly Part<MeansRuleId>[] => [
  ['AST-2', () => areVehiclesOk(means, limits)],
  ['AST-3', () => areDwellingsOk(means, limits)],
  ['AST-1', () => areFinancialAssetsOk(means, limits)],
];

/** Puts the three findings on the trace, each with its limit; gives their steps. `programme` names the parameters' branch. */
export function explainAssets(
  means: Means,
  limits: AssetLimits,
  programme: AssetBranch,
  trace: Trace<MeansRuleId>,
): number[] {
  const vehicles = { limit: limits.vehicles, params: [`asset.${programme}.vehicles`] };
  const dwellings = { limit: limits.dwellings, params: [`asset.${programme}.dwellings`] };
  const financial = { limit: financialLimit(means, limits), params: [`asset.${programme}.financial`, 'dibao.std'] };
  return [
    trace.step('AST-2', areVehiclesOk(means, limits), 'yes-no', [], vehicles),
    trace.step('AST-3', areDwellingsOk(means, limits), 'yes-no', [], dwellings),
    trace.step('AST-1', areFinancialAssetsOk(means, limits), 'yes-no', [], financial),
  ];
}
