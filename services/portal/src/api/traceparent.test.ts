import { expect, test } from '@jest/globals';
import { newTraceparent } from './traceparent.ts';

test('a change begins a trace of its own, in the form that every tracer reads, and asks nobody to keep it', () => {
  const many = Array.from({ length: 1_000 }, newTraceparent);
  for (const traceparent of many) expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(new Set(many.map((traceparent) => traceparent.slice(3, 35))).size).toBe(many.length);
});
