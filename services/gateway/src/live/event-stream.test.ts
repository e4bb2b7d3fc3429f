import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Response } from 'express';
import { eventStream } from './event-stream.ts';

/** A reader that takes nothing until it is told to; the rest of a response is not asked for. */
function slowResponse(): PassThrough & { readonly response: Response } {
  const stream = new PassThrough({ highWaterMark: 200 });
  const chained = { set: () => chained };
  return Object.assign(stream, { status: () => chained, flushHeaders: () => undefined, response: stream as never });
}

const news = { type: 'org.minzheng.payments.payment.settled.v1', subject: 'p'.repeat(100) };

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick'] }));
afterEach(() => void jest.useRealTimers());

test('tells news as data, and keeps the line warm', () => {
  const stream = slowResponse();
  eventStream(stream.response).tell({ type: 't', subject: 's' });
  jest.advanceTimersByTime(15_000);
  expect(String(stream.read())).toBe('retry: 2000\n\ndata: {"type":"t","subject":"s"}\n\n:\n\n');
});

test('drops whoever does not take what is sent, and keeps nothing for them', () => {
  const stream = slowResponse();
  const { response } = stream;
  const page = eventStream(response);
  for (let time = 0; time < 10; time += 1) page.tell(news);
  expect(stream.destroyed).toBe(true);
  expect(stream.writableLength + stream.readableLength).toBeLessThan(1_000);
});

test('ends after five minutes, so that the listener is looked at again', () => {
  const stream = slowResponse();
  eventStream(stream.response);
  for (let minute = 0; minute < 5; minute += 1) {
    stream.read();
    jest.advanceTimersByTime(60_000);
  }
  expect(stream.writableEnded).toBe(true);
});
