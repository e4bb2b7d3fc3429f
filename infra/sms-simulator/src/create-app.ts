import { setTimeout as pause } from 'node:timers/promises';
import { simulatorApp } from '@minzheng/simulator';
import type { Express, Response } from 'express';
import { z } from 'zod';
import { MoodRequest } from './mood.ts';
import type { Mode, Mood } from './mood.ts';
import type { Provider } from './provider.ts';
import { SmsRequest } from './sms-record.ts';
import type { SmsStatus } from './sms-record.ts';

const BODY_LIMIT = '10kb';
const SLOW_MS = 2_000;

/** The provider's HTTP door: sending, inquiry, and the control that makes it misbehave. */
export function createApp(provider: Provider, mood: Mood, token: string): Express {
  return simulatorApp({ token, bodyLimit: BODY_LIMIT, routes: (app) => addRoutes(app, provider, mood) });
}

function addRoutes(app: Express, provider: Provider, mood: Mood): void {
  app.post('/messages', async (request, response) => {
    const asked = SmsRequest.safeParse(request.body);
    if (asked.success) await send(response, provider, asked.data, mood.next());
    else response.status(400).json({ code: 'invalid-message' });
  });
  app.get('/messages/:messageId', (request, response) => {
    const record = provider.find(request.params.messageId);
    if (record) response.json(record);
    else response.status(404).json({ code: 'unknown-message' });
  });
  app.get('/messages', (request, response) => {
    const { to } = z.object({ to: SmsRequest.shape.to }).parse(request.query);
    response.json({ items: provider.sentTo(to) });
  });
  app.put('/control', (request, response) => {
    mood.set(MoodRequest.parse(request.body));
    response.status(204).end();
  });
}

const FATES: Partial<Record<Mode, SmsStatus>> = {
  'temporary-failure': 'temporary-failure',
  'permanent-failure': 'permanent-failure',
};

async function send(response: Response, provider: Provider, asked: SmsRequest, mode: Mode): Promise<void> {
  if (mode === '500') return void response.status(500).json({ code: 'internal' });
  if (mode === 'slow') await pause(SLOW_MS);
  const record = provider.submit(asked, FATES[mode] ?? 'delivered');
  // The answer never comes; the caller's own timeout ends the connection, and the message has been sent all the same.
  if (mode === 'timeout-after-accept') return;
  if (record === 'conflict') response.status(409).json({ code: 'other-content' });
  else response.json({ messageId: record.messageId, receipt: record.receipt, status: record.status });
}
