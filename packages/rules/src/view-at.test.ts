import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@minzheng/types';
import { Parameter } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { viewAt } from './view-at.ts';

const day = (text: string): LocalDate => text as LocalDate;
const row = (value: number, validFrom: string, publishedOn: string, validTo?: string): object => ({
  value,
  validFrom,
  publishedOn,
  docNo: 'SAMPLE-1',
  confidence: 'SAMPLE',
  ...(validTo !== undefined && { validTo }),
});

function book(lapse: 'error' | 'none', ...values: object[]): Parameters {
  const parameter = Parameter.parse({ key: 'std', unit: 'fen', basis: { doc: '649' }, lapse, values });
  return new Map([['std', parameter]]);
}

describe('a parameter on a day, as known on a day', () => {
  const corrected = book(
    'error',
    row(100, '2025-01-01', '2024-12-01'),
    row(110, '2025-07-01', '2025-09-15'),
    row(111, '2025-07-01', '2025-11-01'),
  );
  const table: [why: string, on: string, knownAt: string, value: number][] = [
    ['is the row that began last', '2025-08-01', '2025-10-01', 110],
    ['is the old one until the new one is published', '2025-08-01', '2025-09-14', 100],
    ['is the new one from the day it is published', '2025-08-01', '2025-09-15', 110],
    ['is the correction once it is known', '2025-08-01', '2025-11-01', 111],
    ['is the old one the day before the new one begins', '2025-06-30', '2025-12-01', 100],
  ];
  for (const [why, on, knownAt, value] of table)
    test(why, () => expect(viewAt(corrected, day(on), day(knownAt)).must('std')).toBe(value));

  test('that nobody knew yet stops the decision', () => {
    expect(() => viewAt(corrected, day('2025-01-01'), day('2024-11-30')).must('std')).toThrow(RangeError);
  });

  test('that has ended lapses only where the law lets it', () => {
    const ended = row(143, '2021-07-01', '2021-06-01', '2025-12-31');
    const view = viewAt(book('none', ended), day('2026-01-01'), day('2026-01-01'));
    expect(view.orElse('std', 0)).toBe(0);
    expect(view.used()).toEqual([]);
    const strict = viewAt(book('error', ended), day('2026-01-01'), day('2026-01-01'));
    expect(() => strict.must('std')).toThrow(RangeError);
    expect(() => strict.orElse('std', 0)).toThrow(TypeError);
  });

  test('that a correction ends earlier does not live on in the row it corrects', () => {
    const view = viewAt(
      book('none', row(143, '2021-07-01', '2021-06-01'), row(143, '2021-07-01', '2025-12-01', '2025-12-31')),
      day('2026-01-01'),
      day('2026-01-01'),
    );
    expect(view.orElse('std', 0)).toBe(0);
  });

  test('with an unknown key is an error, never 0', () => {
    expect(() => viewAt(corrected, day('2025-08-01'), day('2025-10-01')).must('std2')).toThrow(RangeError);
  });
});
