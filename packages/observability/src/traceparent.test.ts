import { describe, expect, test } from '@jest/globals';
import { parentOf, traceparentOf } from './traceparent.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const kept = `00-${TRACE}-${SPAN}-01`;

describe('a traceparent', () => {
  test('points to the span it was made of', () => {
    const parent = parentOf(kept);
    expect(parent).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags: 1, isRemote: true });
    expect(parent && traceparentOf(parent)).toBe(kept);
  });

  test.each([
    ['malformed', 'nonsense'],
    ['too long', `${kept}00`],
    ['all zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['of a trace that nobody keeps', `00-${TRACE}-${SPAN}-00`],
  ])('%s is no parent to link to', (_, traceparent) => {
    expect(parentOf(traceparent)).toBeUndefined();
  });

  test('of no span is none', () => {
    expect(traceparentOf({ traceId: '0'.repeat(32), spanId: SPAN, traceFlags: 1 })).toBeUndefined();
  });
});
