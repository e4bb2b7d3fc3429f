import { setTimeout as pause } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import type { Watched } from './answer-watch.ts';

const EVERY_MS = 10;
/** A thread's first requests are slow by its own doing. */
const WARM_UP = 100;
const { url, slowestMs } = workerData as Watched;

// The thread is ended from outside.
for (let answers = 1; ; answers += 1) {
  const startMs = performance.now();
  await fetch(url)
    .then((answer) => answer.arrayBuffer())
    .catch(() => undefined);
  if (answers > WARM_UP) slowestMs[0] = Math.max(slowestMs[0] ?? 0, performance.now() - startMs);
  await pause(EVERY_MS);
}
