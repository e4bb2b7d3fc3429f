import { expect, test } from '@jest/globals';
import { systemClocks } from './clocks.ts';
import { Instant, instant } from './instant.ts';

test('the clocks of production read the machine, and the civil date is Shanghai’s', () => {
  const before = Date.now();
  const now = Instant.parse(systemClocks.civil.now());
  const after = systemClocks.machine.nowMs();
  expect(instant.ms(now)).toBeGreaterThanOrEqual(before);
  expect(instant.ms(now)).toBeLessThanOrEqual(after);
  const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  const days = [before, Date.now()].map((ms) => shanghai.format(ms));
  expect(days).toContain(systemClocks.civil.today());
});

test('the monotonic clock never goes back', () => {
  const readings = Array.from({ length: 1000 }, () => systemClocks.machine.monotonicMs());
  expect(readings).toEqual(readings.toSorted((a, b) => a - b));
});
