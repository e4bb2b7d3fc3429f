import type { Logger } from '@minzheng/observability';

/** One thing that must hold. `culprit` names the record, the partition or the server at fault, never a person. */
export interface Check {
  readonly name: string;
  run(): Promise<CheckResult>;
}

/** How a check came out. */
export type CheckResult = { readonly ok: true } | { readonly ok: false; readonly culprit: string };

/** A check and how it came out. */
export type CheckRow = { readonly name: string; readonly ok: boolean; readonly culprit?: string };

/** Runs all of them; one that throws counts as broken, and its error goes to the log. */
export async function runChecks(checks: readonly Check[], log: Logger): Promise<CheckRow[]> {
  return await Promise.all(checks.map(async (check) => ({ name: check.name, ...(await runCheck(check, log)) })));
}

async function runCheck(check: Check, log: Logger): Promise<CheckResult> {
  try {
    return await check.run();
  } catch (error) {
    log.warn({ err: error, check: check.name }, 'check could not be run');
    return { ok: false, culprit: `the check itself failed: ${error instanceof Error ? error.name : 'unknown error'}` };
  }
}
