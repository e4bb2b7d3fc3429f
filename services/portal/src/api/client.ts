import createClient from 'openapi-fetch';
import type { paths, ProblemDocument } from './contract.ts';
import { ApiProblem, NoAnswer } from './problem.ts';
import { csrfToken } from './session.ts';
import { newTraceparent } from './traceparent.ts';
import { words } from '../words/i18n.ts';

const TIMEOUT_MS = 20_000;

/** The platform's API with the reader's session and language. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  headers: { accept: 'application/json' },
  fetch: (request) => fetch(new Request(request, { signal: AbortSignal.timeout(TIMEOUT_MS) })),
});

api.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', words.language);
    if (request.method !== 'GET') {
      request.headers.set('x-csrf-token', csrfToken());
      request.headers.set('traceparent', newTraceparent());
    }
    return request;
  },
});

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was asked for. Throws ApiProblem for a no, NoAnswer when nothing that can be read came back. */
export async function answerOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw new NoAnswer('no answer', { cause });
  });
  if (response.ok && data !== undefined) return data;
  if (isProblem(error)) throw new ApiProblem(error);
  throw new NoAnswer(`status ${response.status} without a problem document`);
}

function isProblem(value: unknown): value is ProblemDocument {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value;
}
