import type { Reply, Store, Transaction } from '@minzheng/store';
import { refusalStatus } from '@minzheng/types';
import type { Clocks, Refusal } from '@minzheng/types';
import type { RequestHandler, Response } from 'express';
import { authorize } from './authorize.ts';
import { causeOf } from './cause-of.ts';
import { exchangeOf } from './exchange.ts';
import { fingerprint } from './fingerprint.ts';
import { jsonBodyOf, keyOf, paramsOf } from './inputs.ts';
import { KeptRefusal } from './route.ts';
import type { CommandRequest, CommandRoute } from './route.ts';
import { sendProblem } from './send-problem.ts';
import { requireStepUp } from './step-up.ts';
import type { TokenCheck } from './token-check.ts';

/** parse → decide → commit → respond, for one declared command. */
export function runCommand(route: CommandRoute, store: Store, auth: TokenCheck, clocks: Clocks): RequestHandler {
  return async (request, response) => {
    const caller = await authorize(request, auth, route.roles);
    requireStepUp(route, caller, clocks.machine);
    const key = keyOf(request);
    const params = paramsOf(route, request);
    const body = await jsonBodyOf(route, request);
    const once = {
      key,
      subject: caller.sub,
      route: `${route.method.toUpperCase()} ${route.path}`,
      fingerprint: fingerprint({ params, body }),
    };
    const cause = causeOf(caller, exchangeOf(response));
    const asked = { params, body, caller, cause, language: exchangeOf(response).language };
    respond(response, await store.commitOnce(cause, once, (tx) => decide(route, tx, asked)));
  };
}

/** The reply is checked inside the transaction: a body that breaks the contract is a bug and must leave nothing behind. */
async function decide(
  route: CommandRoute,
  tx: Transaction,
  asked: Omit<CommandRequest, 'at' | 'today'>,
): Promise<Reply> {
  const decided = await route.decide(tx, { ...asked, at: tx.at, today: tx.today });
  if (decided instanceof KeptRefusal) return { status: refusalStatus(decided.refusal.code), body: decided.refusal };
  return { status: route.reply.status, body: route.reply.body.parse(decided) };
}

const FIRST_REFUSAL_STATUS = 400;

function respond(response: Response, { status, body, replayed }: Reply & { replayed: boolean }): void {
  if (replayed) response.set('Idempotency-Replayed', 'true');
  if (status >= FIRST_REFUSAL_STATUS) sendProblem(response, body as Refusal);
  else response.status(status).json(body);
}
