import { expect, test } from '@jest/globals';
import { retryAfterMs } from './retry-after.ts';

const nowMs = Date.UTC(2026, 10, 24, 8, 0, 0);

test.each([
  ['120', 120_000],
  ['Tue, 24 Nov 2026 08:01:00 GMT', 60_000],
  ['Tue, 24 Nov 2026 07:59:00 GMT', 0],
  ['999999999', 86_400_000],
  ['soon', undefined],
  ['Tue, 31 Feb 2026 08:00:00 GMT', undefined],
  [undefined, undefined],
])('Retry-After: %s', (header, ms) => {
  expect(retryAfterMs(header, nowMs)).toBe(ms);
});
