import { setTimeout as pause } from 'node:timers/promises';
import { simulatorApp } from '@minzheng/simulator';
import type { PartyClock } from '@minzheng/simulator';
import type { Express, Response } from 'express';
import type { Exchange } from './exchange.ts';
import { CheckRequest, Population } from './facts.ts';
import { Control } from './temper.ts';
import type { Temper } from './temper.ts';

const BODY_LIMIT = '4mb';
const SLOW_MS = 2_000;

/** What the door needs beside the exchange itself. */
export interface Door {
  readonly exchange: Exchange;
  readonly temper: Temper;
  readonly token: string;
  readonly clock: PartyClock;
  /** Told whenever departments may have something to reply to. */
  readonly work: () => void;
}

/** The exchange's HTTP door: checks, inquiry, the population, and the control that makes it misbehave. */
export function createApp(door: Door): Express {
  const { token, clock } = door;
  return simulatorApp({ token, bodyLimit: BODY_LIMIT, clock, routes: (app) => addRoutes(app, door) });
}

function addRoutes(app: Express, door: Door): void {
  const { exchange, temper, work } = door;
  app.post('/population', (request, response) => {
    exchange.load(Population.parse(request.body).inhabitants);
    response.json({ inhabitants: exchange.size });
  });
  app.post('/checks', async (request, response) => {
    await check(response, door, CheckRequest.parse(request.body));
  });
  app.get('/checks/:requestId', (request, response) => {
    const standing = exchange.find(request.params.requestId);
    if (standing) response.json(standing);
    else response.status(404).json({ code: 'unknown-check' });
  });
  app.put('/control', (request, response) => {
    temper.set(Control.parse(request.body));
    work();
    response.status(204).end();
  });
}

async function check(response: Response, { exchange, temper, work }: Door, asked: CheckRequest): Promise<void> {
  const mode = temper.next();
  if (mode === '500') return void response.status(500).json({ code: 'internal' });
  if (mode === 'slow') await pause(SLOW_MS);
  const taken = exchange.ask(asked);
  if (!taken.ok) return void response.status(taken.code === 'other-content' ? 409 : 422).json({ code: taken.code });
  work();
  // The answer never comes; the caller's own timeout ends the connection, and the departments have been asked all the same.
  if (mode === 'timeout-after-accept') return;
  response.status(taken.isNew ? 202 : 200).json(taken.standing);
}
