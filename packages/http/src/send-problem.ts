import type { Refusal } from '@minzheng/types';
import type { Response } from 'express';
import { exchangeOf } from './exchange.ts';
import { problem, PROBLEM_MEDIA_TYPE } from './problem.ts';
import { STEP_UP } from './step-up.ts';

const RETRY_AFTER_S: Readonly<Partial<Record<number, number>>> = { 429: 60, 503: 2 };

/** Answers with a problem document and the headers that belong to its status. */
export function sendProblem(response: Response, refusal: Refusal): void {
  const { language, trace } = exchangeOf(response);
  const document = problem(refusal, { language, traceId: trace.traceId });
  const retryAfterS = refusal.params?.['retryAfterS'] ?? retryAfter(refusal.code, document.status);
  if (retryAfterS !== undefined) response.set('Retry-After', String(retryAfterS));
  if (document.status === 401) response.set('WWW-Authenticate', challenge(refusal.code));
  if (document.status === 413) response.set('Connection', 'close');
  response.set('Content-Language', language);
  response.status(document.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(document));
}

function retryAfter(code: string, status: number): number | undefined {
  return code === 'request.in-progress' ? 1 : RETRY_AFTER_S[status];
}

/** RFC 6750 §3: an absent token is no error yet; RFC 9470 §3: one that is too weak says what would do. */
function challenge(code: string): string {
  if (code === 'auth.step-up-required')
    return `Bearer error="insufficient_user_authentication", acr_values="${STEP_UP.acr}", max_age=${STEP_UP.maxAgeS}`;
  return code === 'auth.token-missing' ? 'Bearer' : 'Bearer error="invalid_token"';
}
