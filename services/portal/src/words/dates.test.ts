import { expect, test } from '@jest/globals';
import { dateText, dayText, monthText } from './dates.ts';

test.each([
  ['zh-CN', '2026年11月3日', '2026年12月'],
  ['en', '3 November 2026', 'December 2026'],
])('in %s a date reads %s and a month %s', (language, date, month) => {
  expect(dateText('2026-11-03', language)).toBe(date);
  expect(monthText('2026-12', language)).toBe(month);
});

test('the day of an instant is that of Asia/Shanghai, wherever the reader is', () => {
  expect(dayText('2026-11-02T16:00:00.000Z', 'en')).toBe('3 November 2026');
  expect(dayText('2026-11-02T15:59:59.999Z', 'en')).toBe('2 November 2026');
});
