import type { ProblemDocument } from './contract.ts';

/** The API said no; `problem` says why, in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The request may or may not have arrived. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Whether the same command may yet succeed, or has succeeded unseen: it must then go again under its old key. */
export function isOpenEnded(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true;
  const { status, code } = error.problem;
  return status >= 500 || status === 401 || status === 429 || OPEN_ENDED.has(code);
}

const OPEN_ENDED = new Set(['request.in-progress', 'application.member-not-resolved', 'session.request-not-ours']);

/** Whether the reader has to sign in (again) first. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.problem.status === 401;
