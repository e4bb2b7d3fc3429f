import { describe, expect, test } from '@jest/globals';
import { eventually } from './eventually.ts';

describe('waiting for what is expected', () => {
  test('asks again until it no longer fails, and gives the answer', async () => {
    let asked = 0;
    const answer = await eventually(() => {
      asked += 1;
      if (asked < 3) throw new Error('not yet');
      return asked;
    });
    expect(answer).toBe(3);
  });

  test('what never comes is the last error, after the time it was given', async () => {
    let asked = 0;
    const never = eventually(() => {
      asked += 1;
      throw new Error(`try ${asked}`);
    }, 120);
    await expect(never).rejects.toThrow(/^try [2-9]$/);
  });
});
