import { describe, expect, test } from '@jest/globals';
import { createLogger } from '@minzheng/observability';
import { newPressureGauge } from './pressure.ts';
import type { PressureGauge } from './pressure.ts';

const BUDGET = 100;
const newGauge = (): PressureGauge => newPressureGauge(BUDGET, createLogger({ service: 'test', level: 'silent' }));

/** What is said after each window of the event loop. */
function afterWindows(p99Ms: readonly number[]): (string | undefined)[] {
  const gauge = newGauge();
  return p99Ms.map((ms) => {
    gauge.sawLoop(ms);
    return gauge.busy();
  });
}

describe('the outbox budget', () => {
  test('may be used up; with one event more commands are refused, and with one less taken again', () => {
    const gauge = newGauge();
    const said = [0, BUDGET, BUDGET + 1, BUDGET].map((events) => {
      gauge.sawOutbox(events);
      return gauge.busy();
    });
    expect(said).toEqual([undefined, undefined, 'outbox', undefined]);
  });
});

describe('the event loop', () => {
  test('late in one window alone refuses nothing', () => {
    expect(afterWindows([5, 3_000, 5, 3_000, 5])).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test('late in two windows running refuses commands until it is calm, not just until it is a little better', () => {
    const said = afterWindows([101, 101, 99, 51, 50, 99]);
    expect(said).toEqual([undefined, 'loop', 'loop', 'loop', undefined, undefined]);
  });

  test('as late as is allowed refuses nothing, however long', () => {
    expect(afterWindows([100, 100, 100]).every((said) => said === undefined)).toBe(true);
  });
});

test('a full outbox is named before a late loop, and the loop is still named when the outbox has drained', () => {
  const gauge = newGauge();
  gauge.sawLoop(500);
  gauge.sawLoop(500);
  gauge.sawOutbox(BUDGET + 1);
  expect(gauge.busy()).toBe('outbox');
  gauge.sawOutbox(0);
  expect(gauge.busy()).toBe('loop');
});
