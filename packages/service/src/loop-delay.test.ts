import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { measureLoopDelay } from './loop-delay.ts';

/** Keeps this thread from turning, without burning the processor. */
const block = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

test('the start is not counted, and a blocked loop reads as late as it was blocked', async () => {
  const delay = measureLoopDelay();
  try {
    await pause(20);
    block(300);
    await pause(20);
    expect(delay.p99Ms()).toBe(0);
    await pause(20);
    block(300);
    await pause(20);
    expect(delay.p99Ms()).toBeGreaterThan(200);
  } finally {
    delay.stop();
  }
});
