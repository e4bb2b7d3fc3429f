import type { Connection } from 'mongoose';
import type { IncomingRecord } from '@minzheng/messaging';
import type { Findings } from './findings.ts';
import type { Operation } from './history.ts';

/** All that is looked at once everything is at rest. */
export interface Evidence {
  readonly operations: readonly Operation[];
  readonly writer: Connection;
  readonly reader: Connection;
  /** The whole topic. */
  readonly log: readonly IncomingRecord[];
  readonly ends: readonly { readonly partition: number; readonly end: number }[];
  readonly complaints: readonly string[];
}

interface Count {
  readonly _id: string;
  readonly value?: number;
  readonly count?: number;
  readonly times?: number;
  readonly outOfTurn?: number;
}

interface Losses {
  /** Acknowledged and not in the writer's database. */
  unwritten: number;
  /** Written and not in the log. */
  unsent: number;
  /** Written, or in the log, and without its effect. */
  withoutEffect: number;
  doubled: number;
  outOfTurn: number;
  resent: number;
}

/** Compares what was acknowledged, what the writer holds, what the log holds, and what the reader made of it, key by key. */
export async function judge({ operations, writer, reader, log, ends, complaints }: Evidence): Promise<Findings> {
  const [counters, tallies, deliveries] = await Promise.all([
    byId(writer, 'counters'),
    byId(reader, 'tallies'),
    byId(reader, 'deliveries'),
  ]);
  const sum: Losses = { unwritten: 0, unsent: 0, withoutEffect: 0, doubled: 0, outOfTurn: 0, resent: 0 };
  const asked = Map.groupBy(operations, ({ key }) => key);
  for (const key of new Set([...asked.keys(), ...counters.keys()])) {
    const value = counters.get(key)?.value ?? 0;
    judgeAnswers(sum, asked.get(key) ?? [], value);
    judgeEffects(sum, value, tallies.get(key));
    judgeLog(sum, value, numbersOf(log, key), deliveries.get(key)?.times ?? 0);
  }
  const acknowledged = operations.filter(({ outcome }) => outcome === 'ok').length;
  const parked = await reader.collection('parked').countDocuments();
  const { unwritten, unsent, withoutEffect, ...rest } = sum;
  const lost = unwritten + unsent + withoutEffect;
  const where = `${unwritten} not written, ${unsent} not sent, ${withoutEffect} without effect`;
  return {
    acknowledged,
    parked,
    lost,
    where,
    ...rest,
    complaints: [...complaints, ...(await atRest(writer, reader, ends))],
  };
}

async function byId(database: Connection, collection: string): Promise<Map<string, Omit<Count, '_id'>>> {
  const rows = await database.collection<Count>(collection).find().toArray();
  return new Map(rows.map(({ _id, ...row }) => [_id, row]));
}

/** Two commands told the same number lost one of them; a counter beyond all that was ever asked was counted twice. */
function judgeAnswers(sum: Losses, operations: readonly Operation[], value: number): void {
  if (operations.length === 0) return;
  const told = operations.filter(({ outcome }) => outcome === 'ok').map(({ number = 0 }) => number);
  const distinct = new Set(told);
  sum.unwritten += told.length - distinct.size + [...distinct].filter((number) => number > value).length;
  const most = operations.filter(({ outcome }) => outcome !== 'fail').length;
  sum.doubled += Math.max(0, value - most);
}

function judgeEffects(sum: Losses, value: number, tally: Omit<Count, '_id'> | undefined): void {
  const count = tally?.count ?? 0;
  sum.withoutEffect += Math.max(0, value - count);
  sum.doubled += Math.max(0, count - value);
  sum.outOfTurn += tally?.outOfTurn ?? 0;
}

/** In the log a number may stand again, but each first appearance comes in turn; each delivery was counted once. */
function judgeLog(sum: Losses, value: number, numbers: readonly number[], delivered: number): void {
  const firsts = [...new Set(numbers)];
  sum.unsent += Math.max(0, value - firsts.length);
  sum.withoutEffect += Math.max(0, numbers.length - delivered);
  sum.doubled += Math.max(0, delivered - numbers.length);
  sum.outOfTurn += firsts.filter((number, index) => number !== index + 1).length;
  sum.resent += numbers.length - firsts.length;
}

function numbersOf(log: readonly IncomingRecord[], key: string): number[] {
  return log
    .filter((record) => record.headers.get('ce_subject')?.toString() === key)
    .map(({ value }) => (JSON.parse(value?.toString() ?? '{}') as { householdSize: number }).householdSize);
}

async function atRest(writer: Connection, reader: Connection, ends: Evidence['ends']): Promise<string[]> {
  const unsent = await writer.collection('outbox').countDocuments({ st: 0 });
  const complaints = unsent === 0 ? [] : [`${unsent} outbox rows not published`];
  for (const { partition, end } of ends) {
    const row = await reader.collection('watermarks').findOne({ group: 'reader', partition });
    const next = Number(row?.['next'] ?? -1);
    if (next !== end) complaints.push(`the watermark of partition ${partition} stands at ${next}, its end is ${end}`);
  }
  return complaints;
}
