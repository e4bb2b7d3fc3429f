import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { testPlatform } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import { readMatterCases } from '../src/adapters/matter-table.ts';
import { veterans } from '../src/main.ts';

jest.setTimeout(60_000);

interface View {
  readonly code?: string;
  readonly failed?: readonly { readonly rule: string }[];
  readonly sample?: boolean;
  readonly figures?: readonly { readonly confidence: string }[];
}

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform();
  await platform.start(veterans, { CIVIL_CLOCK: '2026-05-06T01:00:00.000Z' });
});
afterAll(async () => {
  await platform.stop();
});

const ask = (body: object, role: 'veterans-officer' | 'street-officer' = 'veterans-officer') =>
  platform.as({ role, division: '330302', staffNo: 'VO-1' }).post<View>('veterans', '/veteran-assessments', body);

describe('the matters of the test table, asked of the running service', () => {
  test.each(readMatterCases())('$id $why', async ({ matter, on, want }) => {
    const { status, body } = await ask({ matter, onDate: on });
    const { failed, ...rest } = want;
    expect(status).toBe(200);
    expect(body).toMatchObject(rest);
    expect(body.failed?.map(({ rule }) => rule)).toEqual(failed);
    expect(body.sample).toBe(body.figures?.some(({ confidence }) => confidence === 'SAMPLE'));
  });
});

describe('what cannot be assessed', () => {
  test.each([
    [
      'a figure that is not published yet',
      { matter: { kind: 'martyr-award', diedOn: '2026-03-01' } },
      422,
      'veteran.figures-missing',
    ],
    ['a matter that the law does not know', { matter: { kind: 'luck' } }, 400, 'request.invalid'],
    ['a sum with a fraction', { matter: { kind: 'discharge-pay', payFen: 0.5, honours: [] } }, 400, 'request.invalid'],
  ])('%s', async (_, body, status, code) => {
    const answer = await ask(body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  test('by a role that has no business with it', async () => {
    const answer = await ask({ matter: { kind: 'regrading', gradedOn: '2025-06-10' } }, 'street-officer');
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'auth.role-not-allowed' });
  });
});
