import { NeedFact } from '@minzheng/rules';
import type { Step, UsedRow } from '@minzheng/rules';
import type { Fen, ProgrammeCode } from '@minzheng/types';
import { z } from 'zod';

/** 审批权限 (TL-4, E26): who may decide a sum, 街道, 区局, or 区局 with 一事一议. */
export const DecidingLevel = z.enum(['street', 'district', 'meeting']);
export type DecidingLevel = z.infer<typeof DecidingLevel>;

/** What a decision rests on and is stored with it: the calculation, the rows read, and whether a figure awaits its review. */
export interface Grounds {
  readonly trace: readonly Step[];
  readonly used: readonly UsedRow[];
  readonly provisional: boolean;
}

/** What an eligible household gets: a sum every month (0 where the programme is a status), or a sum once. */
export interface Granted {
  readonly monthlyFen: Fen;
  readonly oneOffFen?: Fen;
  readonly level?: DecidingLevel;
}

/** 核算结果 (DOMAIN §1.12): a missing fact is MANUAL, never a silent zero. A hint names a programme that may fit instead. */
export type Assessment =
  | (Grounds & Granted & { readonly status: 'ELIGIBLE' })
  | (Grounds & { readonly status: 'NOT_ELIGIBLE'; readonly failed: readonly string[]; readonly hint?: ProgrammeCode })
  | { readonly status: 'MANUAL'; readonly missing: string };

/** Runs an assessment; the first fact that is needed and not there makes it one for an officer. */
export function assessing(assess: () => Assessment): Assessment {
  try {
    return assess();
  } catch (error) {
    if (error instanceof NeedFact) return { status: 'MANUAL', missing: error.path };
    throw error;
  }
}
