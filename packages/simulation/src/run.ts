import { redrive } from '@minzheng/messaging';
import { ApplicationSubmitted } from '@minzheng/types';
import type { Bug } from './bugs/bug.ts';
import { finalCheck, unfinished } from './checker/final-check.ts';
import { Watch } from './checker/watch.ts';
import type { Server } from './engine/server.ts';
import { World } from './engine/world.ts';
import type { Violation } from './engine/world.ts';
import { HEALED_MS } from './plan.ts';
import type { Plan, ServerName, Step } from './plan.ts';
import { System } from './system.ts';
import { Client, claiming, saying } from './workload/client.ts';
import { lanesOf, SERVICES } from './workload/services.ts';
import type { Service } from './workload/services.ts';

/** What came of one plan. */
export interface Outcome {
  readonly violation: Violation | undefined;
  /** Two runs with the same digest did the same things at the same times. */
  readonly digest: string;
  readonly trace: readonly string[];
  /** How many things happened, and in how much simulated time. */
  readonly steps: number;
  readonly simulatedMs: number;
}

export interface RunOptions {
  readonly bug?: Bug | undefined;
  /** Whether the trace is wanted in words. */
  readonly inWords?: boolean;
}

/** From the healing on everything is terminal within this. */
const LIVELY_MS = 60_000;
const LOOK_MS = 500;
const REDRIVE_MS = 5_000;
/** Late answers of the past may still come in; nothing may change by them. */
const AFTERMATH_MS = 3_000;

/** Plays a plan to its end or to the first broken promise. The same plan and bug give the same digest. */
export async function run(plan: Plan, { bug, inWords = false }: RunOptions = {}): Promise<Outcome> {
  const world = new World(plan.seed, inWords);
  const system = new System(world, plan.shape, bug, new Watch(world, plan.shape.slots));
  const client = new Client(system);
  system.startAll();
  for (const step of plan.steps) world.schedule.after(step.atMs, () => take(step, system, client));
  const isOver = (): boolean => world.violation !== undefined;
  await world.schedule.run(() => isOver() || world.nowMs >= lastTrouble(plan));
  if (!isOver()) await heal(world, system, client);
  if (!isOver()) finalCheck(world, system, client);
  const { violation, trace, schedule, nowMs } = world;
  return { violation, digest: trace.digest, trace: trace.lines, steps: schedule.steps, simulatedMs: nowMs };
}

/** A plan without faults need not wait for their end. */
function lastTrouble({ steps }: Plan): number {
  const ends = steps.map((step) => step.atMs + ('forMs' in step ? step.forMs : 0));
  return Math.min(HEALED_MS, Math.max(0, ...ends));
}

async function heal(world: World, system: System, client: Client): Promise<void> {
  system.heal();
  const untilMs = world.nowMs + LIVELY_MS;
  let restingSinceMs = Infinity;
  let missing: string | undefined;
  const look = (): void => {
    missing = unfinished(system, client);
    restingSinceMs = missing === undefined ? Math.min(restingSinceMs, world.nowMs) : Infinity;
    world.schedule.after(LOOK_MS, look);
  };
  look();
  redriveAll(world, system);
  await world.schedule.run(
    () => world.violation !== undefined || world.nowMs > untilMs || world.nowMs - restingSinceMs >= AFTERMATH_MS,
  );
  if (missing !== undefined && world.nowMs > untilMs) world.broken('terminal within 60 s', missing);
}

/** The operator has mended the fault and has everything parked tried again, until nothing is left that can be helped. */
function redriveAll(world: World, system: System): void {
  for (const service of SERVICES) redriveOne(system, service);
  world.schedule.after(REDRIVE_MS, () => redriveAll(world, system));
}

function redriveOne(system: System, service: Service): void {
  const [running] = system.alive(service);
  if (running === undefined || system.database(service).parked().length === 0) return;
  running.life.later(1, 'redrive', () => {
    for (const { group } of lanesOf(service, () => false)) redrive(running.store, group).catch(() => undefined);
  });
}

function take(step: Step, system: System, client: Client): void {
  system.world.note('plan', described(step));
  switch (step.do) {
    case 'say':
      return client.send(saying(step.stream, step.command));
    case 'claim':
      return client.send(claiming(step.claim, step.amountFen, step.willCancel));
    case 'poison':
      return poison(system, step.key);
    case 'crash':
      return system.crash(step.service, step.copy, step.forMs);
    case 'stop':
      return system.at(step.service, step.copy)?.life.pause(step.forMs);
    case 'rewind':
      return system.cluster.group(step.group).rewind();
    case 'break-reader':
      for (const reader of system.at(step.service, step.copy)?.broker.readers ?? []) reader.fail();
      return;
    case 'redrive':
      return redriveOne(system, step.service);
    case 'frozen':
    case 'away':
    case 'lossy':
    case 'slow':
      return serverNamed(system, step.server).suffer(step.do, step.forMs);
  }
}

function poison({ cluster }: System, key: string | null): void {
  const record = { topic: ApplicationSubmitted.topic, key, value: '{bad', headers: {} };
  cluster.partitionFor(record).write([record]);
}

function serverNamed(system: System, name: ServerName): Server {
  const [first, second] = system.cluster.brokers;
  if (name === 'broker-1') return first;
  if (name === 'broker-2') return second;
  return system.database(name === 'mongo-payments' ? 'payments' : 'applications').server;
}

/** A step in words. */
export function described(step: Step): string {
  const { atMs: _, do: what, ...rest } = step;
  return `${what} ${Object.values(rest).join(' ')}`;
}
