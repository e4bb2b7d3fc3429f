import { expect, test } from '@jest/globals';
import { Instant } from '@minzheng/types';
import { jobSpan } from './job-span.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${TRACE}-b7ad6b7169203331-01`;
const at = (time: string): Instant => Instant.parse(`2025-10-09T${time}:00.000Z`);
const deadline = { kind: 'message.send', subject: 'm', dueAt: at('09:00') };

test('what was due at once goes on with the trace of what set it', () => {
  expect(jobSpan({ ...deadline, traceparent, setAt: at('09:00') })).toEqual({
    name: 'job message.send',
    kind: 'internal',
    attributes: { 'minzheng.job': 'message.send' },
    parent: traceparent,
  });
});

test('what was due later begins a trace of its own, links to the other and names it', () => {
  const { parent, parents, attributes } = jobSpan({ ...deadline, traceparent, setAt: at('08:00') });
  expect(parent).toBeUndefined();
  expect([...(parents?.() ?? [])]).toEqual([traceparent]);
  expect(attributes).toEqual({ 'minzheng.job': 'message.send', 'minzheng.follows': TRACE });
});

test.each([undefined, 'garbage', `00-${TRACE}-b7ad6b7169203331-00`])(
  'what nobody keeps, %s, is neither continued nor followed',
  (unkept) => {
    const span = jobSpan({ ...deadline, ...(unkept !== undefined && { traceparent: unkept }), setAt: at('09:00') });
    expect([span.parent, span.parents, span.attributes['minzheng.follows']]).toEqual([undefined, undefined, undefined]);
  },
);
