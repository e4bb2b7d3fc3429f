import { beginSpan, inSpan, isTraced, nameOf } from '@minzheng/observability';
import type { OpenSpan } from '@minzheng/observability';
import type { Outcome } from './fold.ts';
import type { Reading } from './reading.ts';
import type { OutgoingRecord } from './record.ts';
import { processStep, publishStep, sendSpan, TRACE_HEADER } from './spans.ts';

/**
 * Sends records, each of a kept trace in a span of its own that the record then points to: whoever reads it goes on from there. A record
 * whose trace nobody keeps is left as it is.
 */
export async function sendFollowed(
  records: readonly OutgoingRecord[],
  send: (records: readonly OutgoingRecord[]) => Promise<void>,
): Promise<void> {
  if (!isTraced()) return send(records);
  const spans = records.map((record) => beginSpan(publishStep(record), record.headers[TRACE_HEADER]?.toString()));
  const followed = records.map((record, i) => pointedTo(record, spans[i]));
  await ending(spans, () => inSpan(sendSpan(followed), () => send(followed)));
}

function pointedTo(record: OutgoingRecord, span: OpenSpan | undefined): OutgoingRecord {
  if (span === undefined) return record;
  return { ...record, headers: { ...record.headers, [TRACE_HEADER]: span.traceparent } };
}

/** What was read, to be worked on in spans of their own: what an event causes hangs on its span. */
export interface Followed {
  readonly readings: readonly Reading[];
  /** Does the work and ends the spans with what became of each. */
  readonly during: (work: () => Promise<readonly Outcome[]>) => Promise<readonly Outcome[]>;
}

/** Begins a span for each event of a kept trace that the group reacts to. */
export function follow(group: string, readings: readonly Reading[]): Followed {
  if (!isTraced()) return { readings, during: (work) => work() };
  const spans = readings.map((reading) =>
    reading.kind === 'event'
      ? beginSpan(processStep(group, reading.record, reading.event), reading.event.traceparent)
      : undefined,
  );
  return {
    readings: readings.map((reading, i) => causedBy(reading, spans[i])),
    during: (work) => ending(spans, work, (outcomes, i) => outcomes[i]?.parked?.err),
  };
}

function causedBy(reading: Reading, span: OpenSpan | undefined): Reading {
  if (span === undefined || reading.kind !== 'event') return reading;
  return { ...reading, event: { ...reading.event, traceparent: span.traceparent } };
}

async function ending<T>(
  spans: readonly (OpenSpan | undefined)[],
  work: () => Promise<T>,
  errorOf: (result: T, i: number) => string | undefined = () => undefined,
): Promise<T> {
  try {
    const result = await work();
    spans.forEach((span, i) => span?.end(errorOf(result, i)));
    return result;
  } catch (error) {
    for (const span of spans) span?.end(nameOf(error));
    throw error;
  }
}
