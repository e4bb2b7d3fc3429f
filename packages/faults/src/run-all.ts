import { openAftermath } from './aftermath.ts';
import { openCluster } from './cluster.ts';
import type { Options } from './options.ts';
import { commitNow, passedOn, remember } from './results-file.ts';
import type { Row } from './row.ts';
import { rows } from './rows/index.ts';
import { runRow } from './run-row.ts';
import { tableHead, tableRow } from './table.ts';

const WHOLE = 3;

/** Runs the rows asked for, one after another, on one cluster. Gives how many failed. */
export async function runAll(options: Options, say: (text: string) => void, stopped: AbortSignal): Promise<number> {
  const many = options.quick ? 1 : WHOLE;
  const size = { brokers: many, mongods: many };
  const commit = commitNow();
  const done = options.resume ? passedOn(commit, many, many) : new Set<number>();
  const wanted = rows.filter(({ number }) => (options.rows?.has(number) ?? true) && !done.has(number));
  if (done.size > 0) say(`passed before on ${commit}: ${[...done].toSorted((a, b) => a - b).join(', ')}`);
  if (wanted.length === 0) return 0;
  const aftermath = openAftermath();
  const cluster = await openCluster(size, say);
  say(`${many} brokers, ${many} mongods, seed ${options.seed}, commit ${commit}`);
  say(tableHead());
  let failed = 0;
  const each = async (row: Row): Promise<void> => {
    const result = await runRow(row, cluster, aftermath, options.seed);
    remember(result, { commit, ...size });
    say(tableRow(result));
    if (result.verdict === 'FAIL') failed += 1;
  };
  try {
    for (const row of wanted) if (!stopped.aborted) await each(row);
  } finally {
    await aftermath.end();
    await cluster.stop();
  }
  return failed;
}
