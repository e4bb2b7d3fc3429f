import { setTimeout as pause } from 'node:timers/promises';
import { simulatorApp } from '@minzheng/simulator';
import type { PartyClock } from '@minzheng/simulator';
import type { Express, Response } from 'express';
import { z } from 'zod';
import type { Bank, Standing } from './bank.ts';
import { Control } from './temper.ts';
import type { Temper } from './temper.ts';

const BODY_LIMIT = '4mb';
const SLOW_MS = 2_000;

const BatchRequest = z.strictObject({ batchNo: z.string().min(1).max(64), file: z.base64() });

const ReturnsQuery = z.strictObject({ after: z.coerce.number().int().nonnegative().default(0) });

/** What the door needs beside the bank itself. */
export interface Door {
  readonly bank: Bank;
  readonly temper: Temper;
  readonly token: string;
  readonly clock: PartyClock;
  /** Told of every file that was taken, and when the bank is to go on after a pause. */
  readonly work: () => void;
}

/** The bank's HTTP door: files, inquiry, results, statement, and the control that makes it misbehave. */
export function createApp(door: Door): Express {
  return simulatorApp({
    token: door.token,
    bodyLimit: BODY_LIMIT,
    clock: door.clock,
    routes: (app) => addRoutes(app, door),
  });
}

function addRoutes(app: Express, door: Door): void {
  const { bank, temper, work } = door;
  app.post('/batches', async (request, response) => {
    const { batchNo, file } = BatchRequest.parse(request.body);
    await submit(response, door, batchNo, Buffer.from(file, 'base64'));
  });
  app.get('/batches/:batchNo', (request, response) => answer(response, bank.find(request.params.batchNo)));
  app.get('/batches/:batchNo/results', (request, response) => {
    const results = bank.results(request.params.batchNo);
    const mode = results ? temper.next(['truncated-results']) : 'ok';
    const shown = mode === 'truncated-results' ? results?.subarray(0, results.length / 2) : results;
    answer(response, shown && { file: shown.toString('base64') });
  });
  app.get('/statement', (_, response) => {
    const items = bank.statement();
    const returned = bank.returned();
    response.json({ items, totalFen: sumOf(items), returned, returnedFen: sumOf(returned) });
  });
  app.get('/returns', (request, response) => {
    const { after } = ReturnsQuery.parse(request.query);
    const mode = temper.next(['timeout-of-returns', 'repeated-returns']);
    if (mode === 'timeout-of-returns') return;
    response.json({ items: bank.returns(mode === 'repeated-returns' ? 0 : after) });
  });
  app.put('/control', (request, response) => {
    const control = Control.parse(request.body);
    temper.set(control);
    if (control.return?.txnRef !== undefined) bank.orderReturn(control.return.txnRef);
    const isDone = control.resolve === undefined || bank.resolve(control.resolve);
    work();
    response.status(isDone ? 204 : 404).end();
  });
}

const sumOf = (lines: readonly { readonly amountFen: number }[]): number =>
  lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

async function submit(response: Response, { bank, temper, work }: Door, batchNo: string, file: Buffer): Promise<void> {
  const mode = temper.next(['500', 'slow', 'timeout-after-accept']);
  if (mode === '500') return void response.status(500).json({ code: 'internal' });
  if (mode === 'slow') await pause(SLOW_MS);
  const submission = bank.submit(batchNo, file);
  if (!submission.ok) {
    return void response.status(submission.code === 'other-content' ? 409 : 422).json({ code: submission.code });
  }
  work();
  // The answer never comes; the caller's own timeout ends the connection, and the file has been taken all the same.
  if (mode === 'timeout-after-accept') return;
  response.status(submission.isNew ? 202 : 200).json(submission.standing);
}

function answer(response: Response, body: Standing | { file: string } | undefined): void {
  if (body) response.json(body);
  else response.status(404).json({ code: 'unknown-batch' });
}
