import type { IncomingRecord } from '@minzheng/messaging';
import type { ParkedRow } from '@minzheng/store';
import { ApplicationSubmitted } from '@minzheng/types';
import type { World } from '../engine/world.ts';
import type { Database } from '../store/database.ts';
import type { NewRow, Stored } from '../store/writes.ts';
import type { System } from '../system.ts';
import type { Client } from '../workload/client.ts';
import { isClaim } from '../workload/facts.ts';
import { lanesOf, SERVICES } from '../workload/services.ts';
import { COLLECTIONS } from '../workload/states.ts';
import type { Claim, Ledger, Line, Stream, Tally } from '../workload/states.ts';

const headerOf = (record: IncomingRecord, name: string): string | undefined =>
  record.headers.get(`ce_${name}`)?.toString();
const isEvent = (record: IncomingRecord): boolean => headerOf(record, 'id') !== undefined;

function statesOf<S>(database: Database, collection: string): S[] {
  return database.documents.all<Stored>(collection).map(({ state }) => state as S);
}

function logOf({ cluster }: System, topics: readonly string[]): IncomingRecord[] {
  return topics.flatMap((topic) => cluster.partitions(topic).flatMap(({ records }) => records));
}

/** What keeps the system from being at rest; undefined when everything is terminal. */
export function unfinished(system: System, client: Client): string | undefined {
  if (!client.isDone) return 'a command is not acknowledged';
  for (const service of SERVICES) {
    const database = system.database(service);
    if (database.unsentRows > 0) return `${database.unsentRows} rows of ${service} are not marked`;
    for (const { group, topics } of lanesOf(service, () => false)) {
      for (const { topic, number, end } of topics.flatMap((name) => system.cluster.partitions(name))) {
        const next = database.watermark(group, topic, number) ?? 0;
        if (next !== end) return `${group} stands at ${next} of ${end} on ${topic}/${number}`;
      }
    }
    const stuck = database.parked().find((row) => !isBehindPoison(row, database.parked()));
    if (stuck !== undefined) return `${stuck.id} is still parked (${stuck.class})`;
    const undead = database.parked().find((row) => row.class === 'poison' && !hasCopy(system, row));
    if (undead !== undefined) return `${undead.id} has no copy on the dead topic`;
  }
  const open = statesOf<Claim>(system.database('applications'), COLLECTIONS.claims).find(
    ({ status }) => status === 'asked',
  );
  if (open !== undefined) return `${open.id} is not terminal`;
  const line = statesOf<Line>(system.database('payments'), COLLECTIONS.lines).find(
    ({ reservedFen }) => reservedFen > 0,
  );
  return line && `${line.id} still holds ${line.reservedFen}`;
}

/** Poison stays, and so does what came after it under the same key. */
function isBehindPoison(row: ParkedRow, all: readonly ParkedRow[]): boolean {
  return all.some(
    (head) => head.class === 'poison' && head.key === row.key && head.offset <= row.offset && head.group === row.group,
  );
}

const placeOfCopy = ({ headers }: IncomingRecord): string =>
  ['dead_topic', 'dead_partition', 'dead_offset'].map((name) => headers.get(name)?.toString()).join('|');

function hasCopy(system: System, { group, topic, partition, offset }: ParkedRow): boolean {
  const place = [topic, partition, offset].join('|');
  return logOf(system, [`${group}.dead`]).some((record) => placeOfCopy(record) === place);
}

/** Compares, at rest, what was committed with what was published and what became of it. */
export function finalCheck(world: World, system: System, client: Client): void {
  for (const service of SERVICES) published(world, system, system.database(service).everyRow);
  acknowledged(world, system, client);
  poisonIsParked(world, system);
  for (const stream of statesOf<Stream>(system.database('applications'), COLLECTIONS.streams)) {
    streamArrived(world, system, stream);
  }
  sagasBalance(world, system);
}

/** Each event is in the log, and in the log nothing else; its first appearances are in the order of its subject's numbers. */
function published(world: World, system: System, rows: readonly NewRow[]): void {
  const events = rows.flatMap((row) => row.events);
  const log = logOf(system, [...new Set(events.map(({ topic }) => topic))]).filter(isEvent);
  const seen = new Set(log.map((record) => headerOf(record, 'id')));
  for (const { id } of events) if (!seen.has(id)) world.broken('published', `${id} is not in the log`);
  const last = new Map<string, number>();
  for (const record of log) {
    const place = `${record.topic}|${headerOf(record, 'subject')}`;
    const number = Number(headerOf(record, 'sequence'));
    const before = last.get(place) ?? 0;
    if (number > before + 1) world.broken('published in order', `${place}: ${number} after ${before}`);
    last.set(place, Math.max(before, number));
  }
}

function acknowledged(world: World, system: System, { acknowledged: names }: Client): void {
  const database = system.database('applications');
  const streams = statesOf<Stream>(database, COLLECTIONS.streams);
  const claims = statesOf<Claim>(database, COLLECTIONS.claims).map(({ id }) => id);
  const kept = [...claims, ...streams.flatMap(({ id, commands }) => commands.map((command) => `${id} ${command}`))];
  for (const name of names) {
    const times = kept.filter((one) => one === name).length;
    if (times !== 1) world.broken('acknowledged', `${name} was acknowledged and is there ${times} times`);
  }
}

function poisonIsParked(world: World, system: System): void {
  const parked = new Set(
    system
      .database('payments')
      .parked()
      .map(({ id }) => id),
  );
  for (const record of logOf(system, [ApplicationSubmitted.topic])) {
    const id = `payments|${record.topic}|${record.partition}|${record.offset}`;
    if (!isEvent(record) && !parked.has(id)) world.broken('parked', `${id} is neither an event nor parked`);
  }
}

/** Every number once and in order; every message counted once, at whatever offset it stood; the rest parked behind poison, in order. */
function streamArrived(world: World, system: System, { id, commands }: Stream): void {
  const database = system.database('payments');
  const applied = statesOf<Ledger>(database, COLLECTIONS.ledgers).find((one) => one.id === id)?.applied ?? [];
  const counted = statesOf<Tally>(database, COLLECTIONS.tallies).find((one) => one.id === id)?.count ?? 0;
  const messages = logOf(system, [ApplicationSubmitted.topic]).filter((record) => headerOf(record, 'subject') === id);
  const parked = new Set(database.parked().map((row) => `${row.topic}|${row.partition}|${row.offset}`));
  const waiting = messages.filter(({ topic, partition, offset }) => parked.has(`${topic}|${partition}|${offset}`));
  if (counted + waiting.length !== messages.length) {
    world.broken('once', `${id}: ${counted} counted and ${waiting.length} parked of ${messages.length} messages`);
  }
  const numbers = waiting.map((record) => Number(headerOf(record, 'sequence')));
  const arrived = new Set([...applied, ...numbers]);
  if (arrived.size !== commands.length) world.broken('lost', `${id}: ${arrived.size} of ${commands.length} arrived`);
}

/** What the claims say was spent is what the lines say, claim by claim. */
function sagasBalance(world: World, system: System): void {
  const lines = statesOf<Line>(system.database('payments'), COLLECTIONS.lines);
  const holds = new Map(lines.flatMap((line) => Object.entries(line.holds)));
  const expected = { settled: 'spent', cancelled: 'released', refused: 'refused', asked: 'held' } as const;
  for (const { id, status } of statesOf<Claim>(system.database('applications'), COLLECTIONS.claims)) {
    const hold = holds.get(id);
    if (hold?.status !== expected[status]) world.broken('saga', `${id} is ${status}, its line says ${hold?.status}`);
  }
  for (const line of lines) {
    const spent = Object.values(line.holds).filter(({ status }) => status === 'spent');
    const sum = spent.reduce((total, { amountFen }) => total + amountFen, 0);
    if (sum !== line.spentFen) world.broken('saga', `${line.id} spent ${line.spentFen}, its claims ${sum}`);
  }
  if ([...holds.keys()].some((id) => !isClaim(id))) world.broken('saga', 'a hold without a claim');
}
