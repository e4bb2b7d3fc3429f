import { expect, test } from '@jest/globals';
import { ApiProblem, isOpenEnded, isSignedOut, NoAnswer } from './problem.ts';

const problem = (status: number, code: string): ApiProblem =>
  new ApiProblem({ type: 't', title: 'T', status, code, traceId: 'x' });

test.each([
  [new NoAnswer('lost'), true],
  [problem(503, 'service.outcome-unknown'), true],
  [problem(401, 'auth.token-invalid'), true],
  [problem(429, 'request.rate-limited'), true],
  [problem(409, 'request.in-progress'), true],
  [problem(422, 'application.member-not-resolved'), true],
  [problem(403, 'session.request-not-ours'), true],
  [problem(400, 'request.invalid'), false],
  [problem(409, 'application.one-open-per-household'), false],
  [problem(422, 'request.idempotency-key-reused'), false],
])('%s leaves the outcome open: %j', (error, isOpen) => {
  expect(isOpenEnded(error)).toBe(isOpen);
});

test('only a 401 asks for a sign-in', () => {
  expect([
    isSignedOut(problem(401, 'auth.token-missing')),
    isSignedOut(problem(403, 'x')),
    isSignedOut(new NoAnswer('x')),
  ]).toEqual([true, false, false]);
});
