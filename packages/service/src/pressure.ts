import type { Pressure } from '@minzheng/http';
import type { Logger } from '@minzheng/observability';

/** Above this the event loop is too late for real-time work (DELIVERY §3.5). */
const LATE_MS = 100;
/** Once commands are refused the loop must be this quick again before they are taken: else they come and go with each window. */
const CALM_MS = 50;
/** One late window is a blip: a large file, a pause of the machine. */
const LATE_WINDOWS = 2;

/** Decides from the latest figures whether commands are refused for now. */
export interface PressureGauge {
  sawOutbox(events: number): void;
  /** One window's p99, in ms. */
  sawLoop(p99Ms: number): void;
  busy(): Pressure | undefined;
}

/** No pressure yet. `budgetEvents` may be unpublished; with more the outbox is full until it has drained. */
export function newPressureGauge(budgetEvents: number, log: Logger): PressureGauge {
  let isOutboxFull = false;
  let lateWindows = 0;
  const busy = (): Pressure | undefined => {
    if (isOutboxFull) return 'outbox';
    return lateWindows >= LATE_WINDOWS ? 'loop' : undefined;
  };
  const change = (apply: () => void): void => {
    const before = busy();
    apply();
    const after = busy();
    if (after !== undefined && after !== before) log.warn({ reason: after }, 'commands are refused for now');
    if (after === undefined && before !== undefined) log.info({ reason: before }, 'commands are taken again');
  };
  return {
    busy,
    sawOutbox: (events) =>
      change(() => {
        isOutboxFull = events > budgetEvents;
      }),
    sawLoop: (p99Ms) =>
      change(() => {
        lateWindows = windowsLate(lateWindows, p99Ms);
      }),
  };
}

function windowsLate(before: number, p99Ms: number): number {
  if (p99Ms > LATE_MS) return before + 1;
  return before >= LATE_WINDOWS && p99Ms > CALM_MS ? before : 0;
}
