import { setTimeout as delay } from 'node:timers/promises';
import type { Backing } from '@minzheng/backing';
import type { RunningProcess } from './own-processes.ts';

/** Of the 20 s a stop may take, the processes of ours get fifteen and the servers under them the rest. */
const ownGraceMs = 14_000;
const serversGraceMs = 4500;
const leastGraceMs = 500;

/** Stops stage by stage, the door first; whoever needs longer than there is time is killed. */
export async function stopStages(stages: readonly (readonly Promise<RunningProcess>[])[]): Promise<void> {
  const end = performance.now() + ownGraceMs;
  for (const stage of stages.toReversed()) {
    const graceMs = Math.max(leastGraceMs, end - performance.now());
    await Promise.allSettled(stage.map(async (running) => (await running).kept.stop(graceMs)));
  }
}

/** Stops the servers, also those that were still starting when the end was wished. */
export async function stopServers(starting: Promise<Backing> | undefined): Promise<void> {
  if (starting === undefined) return;
  const backing = await Promise.race([starting.catch(() => undefined), delay(ownGraceMs, undefined, { ref: false })]);
  await backing?.stop(serversGraceMs);
}
