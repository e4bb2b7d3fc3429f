import type { RequestHandler } from 'express';
import { sendProblem } from './send-problem.ts';

/** 405 with Allow, for whatever comes to a path with another method than these, given in capitals. */
export function refuseOtherMethods(methods: readonly string[]): RequestHandler {
  return (_, response) => {
    response.set('Allow', methods.join(', '));
    sendProblem(response, { code: 'request.method-not-allowed' });
  };
}
