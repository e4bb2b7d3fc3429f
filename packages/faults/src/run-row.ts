import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Aftermath } from './aftermath.ts';
import { Bench, TOPIC } from './bench.ts';
import type { Cluster } from './cluster.ts';
import { openCutOffSet } from './cut-off-set.ts';
import type { Findings } from './findings.ts';
import { objectionTo } from './findings.ts';
import { writeGapMs } from './history.ts';
import { judge } from './judge.ts';
import { readLog } from './read-log.ts';
import type { Row } from './row.ts';

/** After healing everything must be at work again within this time (the common oracle of DELIVERY §4). */
const RECOVERY_MS = 60_000;

/** What the services of a failed row had to say is kept here. */
const KEPT_LOGS = join(import.meta.dirname, '../../../.local/faults');

/** What is said of one row. Gaps in seconds. */
export interface RowResult {
  readonly row: number;
  readonly name: string;
  readonly seed: number;
  readonly injections: readonly string[];
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly resent: number;
  readonly parked: number;
  readonly writeGapS: number;
  readonly effectGapS: number;
  readonly notes: readonly string[];
  readonly verdict: 'pass' | 'FAIL' | 'not run';
  readonly reason?: string;
}

const nothing: Findings = {
  acknowledged: 0,
  lost: 0,
  where: '',
  doubled: 0,
  outOfTurn: 0,
  resent: 0,
  parked: 0,
  complaints: [],
};

/** Runs one row on the servers of the run: break, load, heal, then look at everything offline. Never throws. */
export async function runRow(row: Row, cluster: Cluster, aftermath: Aftermath, seed: number): Promise<RowResult> {
  const why = whyNot(row, cluster);
  if (why !== undefined) return result(row, seed, undefined, nothing, { verdict: 'not run', reason: why });
  let bench: Bench | undefined;
  let cutOffSet: Cluster | undefined;
  try {
    if (row.isOnCutOffSet === true) cutOffSet = await openCutOffSet(cluster, aftermath);
    bench = await Bench.open(cutOffSet ?? cluster, aftermath, seed);
    const { findings, text } = await objection(row, bench);
    if (text === undefined) return result(row, seed, bench, findings, { verdict: 'pass' });
    return result(row, seed, bench, findings, failed(row, bench, text));
  } catch (error) {
    return result(row, seed, bench, nothing, failed(row, bench, messageOf(error)));
  } finally {
    await bench?.close().catch(() => undefined);
    await cutOffSet?.stop();
    aftermath.settle();
  }
}

function failed({ number }: Row, bench: Bench | undefined, reason: string): { verdict: 'FAIL'; reason: string } {
  if (bench !== undefined) {
    mkdirSync(KEPT_LOGS, { recursive: true });
    cpSync(bench.logsDir, join(KEPT_LOGS, `row-${number}`), { recursive: true, force: true });
  }
  return { verdict: 'FAIL', reason };
}

function whyNot(row: Row, cluster: Cluster): string | undefined {
  if ((row.brokers ?? 1) > cluster.brokers) return `needs ${row.brokers} brokers`;
  if ((row.mongods ?? 1) > cluster.mongods) return `needs ${row.mongods} mongods`;
  return row.whyNot?.();
}

async function objection(row: Row, bench: Bench): Promise<{ findings: Findings; text: string | undefined }> {
  const unmet = await row.run(bench).then(
    () => undefined,
    (error: unknown) => messageOf(error),
  );
  bench.heal();
  const gapMs = gapOf(bench);
  const complaints = await recovered(bench);
  const { log, ends } = await readLog(bench.bus, TOPIC);
  const operations = bench.histories.flatMap((history) => history.operations);
  const [writer, reader] = [bench.database('writer'), bench.database('reader')];
  const findings = await judge({ operations, writer, reader, log, ends: bench.isAtRest ? ends : [], complaints });
  const text = unmet ?? objectionTo(findings, bench.mayPark) ?? tooLong(row, gapMs, bench.effectGapMs());
  return { findings, text };
}

function tooLong(
  { mostWriteGapMs = Infinity, mostEffectGapMs = Infinity }: Row,
  writeMs: number,
  effectMs: number,
): string | undefined {
  if (writeMs > mostWriteGapMs) return `no write for ${inSeconds(writeMs)} s, ${inSeconds(mostWriteGapMs)} s allowed`;
  if (effectMs > mostEffectGapMs)
    return `no effect for ${inSeconds(effectMs)} s, ${inSeconds(mostEffectGapMs)} s allowed`;
  return undefined;
}

/** A row that breaks things before there is any load has no gap to speak of. */
function gapOf(bench: Bench): number {
  const [first] = bench.injections;
  if (first === undefined) return 0;
  const untilMs = bench.healedMs ?? performance.now();
  const histories = bench.loads.map(({ history }) => history);
  const hasLoad = histories.some(({ operations }) => (operations[0]?.invokedMs ?? Infinity) < first.atMs);
  return hasLoad ? writeGapMs(histories, first.atMs, untilMs) : 0;
}

/** No zombie: every process answers, takes one more write a key, and all effects are there, within a minute of healing. */
async function recovered(bench: Bench): Promise<string[]> {
  const untilMs = performance.now() + RECOVERY_MS;
  await Promise.all(bench.loads.map((load) => load.stop()));
  const leftMs = (): number => Math.max(1_000, untilMs - performance.now());
  const complaints: string[] = [];
  for (const load of bench.loads) {
    if (!(await load.onceMore(leftMs()))) complaints.push('a minute after healing not every key takes a write');
  }
  const steps: [string, () => Promise<boolean>][] = [
    ['every process answers', () => allReady(bench)],
    ['every event has had its effect', () => allArrived(bench)],
  ];
  if (!bench.isAtRest) return complaints;
  for (const [what, isSo] of steps) {
    await bench.until(what, leftMs(), isSo).catch((error: unknown) => complaints.push(messageOf(error)));
  }
  return complaints;
}

async function allReady(bench: Bench): Promise<boolean> {
  return (await Promise.all(bench.services.map((service) => service.isReady()))).every(Boolean);
}

async function allArrived(bench: Bench): Promise<boolean> {
  const unsent = await bench.database('writer').collection('outbox').countDocuments({ st: 0 });
  if (unsent > 0) return false;
  const ends = await bench.bus.endOffsets(TOPIC);
  const rows = await bench
    .database('reader')
    .collection('watermarks')
    .find({ group: 'reader', topic: TOPIC })
    .toArray();
  return ends.every(({ partition, end }) =>
    rows.some((row) => row['partition'] === partition && Number(row['next']) === end),
  );
}

function result(
  { number, name }: Row,
  seed: number,
  bench: Bench | undefined,
  { acknowledged, lost, doubled, resent, parked }: Findings,
  outcome: { verdict: RowResult['verdict']; reason?: string },
): RowResult {
  return {
    row: number,
    name,
    seed,
    injections: bench?.injections.map(({ what }) => what) ?? [],
    acknowledged,
    lost,
    doubled,
    resent,
    parked,
    writeGapS: bench === undefined ? 0 : inSeconds(gapOf(bench)),
    effectGapS: inSeconds(bench?.effectGapMs() ?? 0),
    notes: bench?.notes ?? [],
    ...outcome,
  };
}

const inSeconds = (ms: number): number => Math.round(ms / 100) / 10;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
