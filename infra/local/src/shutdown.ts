import { setTimeout as delay } from 'node:timers/promises';
import type { Backing } from '@minzheng/backing';
import type { RunningProcess } from './own-processes.ts';

/** Of the 20 s a stop may take, the processes of ours get fourteen and the servers under them the rest. */
const ownGraceMs = 14_000;
const serversGraceMs = 4500;
const leastGraceMs = 500;

/**
 * Stops stage by stage, the door first, then the servers, also those that were still starting when the end was wished. Whoever needs
 * longer than there is time is killed: by us, or by its guardian once we are gone.
 */
export async function stopInReverse(
  stages: readonly (readonly Promise<RunningProcess>[])[],
  servers: Promise<Backing> | undefined,
): Promise<void> {
  const end = performance.now() + ownGraceMs;
  const leftMs = (): number => Math.max(leastGraceMs, end - performance.now());
  for (const stage of stages.toReversed()) {
    await Promise.allSettled(
      stage.map(async (running) => {
        const { kept, graceMs } = await running;
        await kept.stop(Math.min(graceMs, leftMs()));
      }),
    );
  }
  const started = servers?.catch(() => undefined);
  const backing = await Promise.race([started, delay(leftMs(), undefined, { ref: false })]);
  await backing?.stop(serversGraceMs);
}
