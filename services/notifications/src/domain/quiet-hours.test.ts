import { describe, expect, test } from '@jest/globals';
import { instant } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import { mayReachAt } from './quiet-hours.ts';

const at = (text: string): Instant => instant.parse(`${text}+08:00`) as Instant;

describe('between nine in the evening and eight in the morning', () => {
  test.each([
    ['2025-10-09T20:59:59.999', '2025-10-09T20:59:59.999'],
    ['2025-10-09T21:00', '2025-10-10T08:00'],
    ['2025-10-31T23:30', '2025-11-01T08:00'],
    ['2025-10-10T00:00', '2025-10-10T08:00'],
    ['2025-10-10T07:59:59.999', '2025-10-10T08:00'],
    ['2025-10-10T08:00', '2025-10-10T08:00'],
  ])('what is due at %s reaches a person at %s', (due, reaches) => {
    for (const kind of ['STATUTORY', 'TRANSACTIONAL', 'INFORMATIONAL'] as const)
      expect(mayReachAt(at(due), kind)).toBe(at(reaches));
  });

  test('an emergency waits for no morning', () => {
    expect(mayReachAt(at('2025-10-10T03:00'), 'EMERGENCY')).toBe(at('2025-10-10T03:00'));
  });
});
