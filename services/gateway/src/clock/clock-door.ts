import { guardedJson, sendProblem } from '@minzheng/http';
import type { Logger } from '@minzheng/observability';
import { ClockStanding, instant, systemClocks } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import express from 'express';
import type { Express, Response } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Barrier, ClockStuck } from './barrier.ts';
import type { ClockedProcess } from './barrier.ts';

const PATH = '/local/clock';
const BODY_LIMIT = '1kb';
const ANSWER_MS = 10_000;

const Advance = z.strictObject({
  advanceTo: z.string().transform((text, context): Instant => {
    const at = instant.parse(text);
    if (at !== undefined) return at;
    context.addIssue({ code: 'custom', message: 'not a moment' });
    return z.NEVER;
  }),
});

/**
 * `GET /local/clock`: where every process stands. `POST {advanceTo}`: moves the civil clock of the whole platform there and answers
 * when all that was due on the way has been done. For a local platform only.
 */
export function mountClock(app: Express, addresses: Readonly<Record<string, string>>, log: Logger): void {
  const processes = Object.entries(addresses).map(([name, url]) => clockedProcess(name, url));
  const barrier = new Barrier({ processes, machine: systemClocks.machine, log, pause: (ms) => pause(ms) });
  app.get(PATH, async (_, response) => {
    response.json({ processes: await barrier.look() });
  });
  app.post(PATH, express.raw({ type: 'application/json', limit: BODY_LIMIT }), async (request, response) => {
    const asked = advanceOf(request.body);
    if (asked === undefined) return sendProblem(response, { code: 'request.invalid' });
    return await advance(barrier, asked, response);
  });
}

/** JSON only: a page of somebody else's cannot send that without being asked. */
function advanceOf(body: unknown): Instant | undefined {
  const parsed = Buffer.isBuffer(body) ? guardedJson(body) : undefined;
  return parsed?.ok === true ? Advance.safeParse(parsed.value).data?.advanceTo : undefined;
}

async function advance(barrier: Barrier, to: Instant, response: Response): Promise<void> {
  const standings = (await barrier.look()).flatMap(({ standing }) => standing ?? []);
  if (standings.some(({ now }) => now > to)) return sendProblem(response, { code: 'clock.backwards' });
  try {
    response.json({ now: await barrier.advance(to) });
  } catch (error) {
    if (!(error instanceof ClockStuck)) throw error;
    const { culprit, reason } = error;
    sendProblem(response, { code: 'clock.stuck', params: { culprit, reason } });
  }
}

function clockedProcess(name: string, url: string): ClockedProcess {
  const ask = async (init: RequestInit): Promise<globalThis.Response> => {
    const response = await fetch(`${url}/local/clock`, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
    if (!response.ok) throw new Error(`${name} answers ${response.status}`);
    return response;
  };
  const headers = { 'content-type': 'application/json' };
  return {
    name,
    standing: async () => ClockStanding.parse(await (await ask({})).json()),
    order: async (order) => void (await ask({ method: 'PUT', headers, body: JSON.stringify(order) })),
  };
}
