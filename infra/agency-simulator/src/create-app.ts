import { setTimeout as pause } from 'node:timers/promises';
import { simulatorApp } from '@minzheng/simulator';
import express from 'express';
import type { Express, Request, Response } from 'express';
import { Endpoint } from './agency.ts';
import type { Agency } from './agency.ts';
import { MoodRequest } from './mood.ts';
import type { Mode, Mood } from './mood.ts';

const BODY_LIMIT = '64kb';
const SLOW_MS = 2_000;
const ELSEWHERE = 'http://169.254.169.254/latest/meta-data/';

/** The agency's HTTP door: webhooks for whoever signs them, the rest for whoever knows the token. */
export function createApp(agency: Agency, mood: Mood, token: string): Express {
  return simulatorApp({
    token,
    bodyLimit: BODY_LIMIT,
    openRoutes: (app) => addWebhooks(app, agency, mood),
    routes: (app) => addControl(app, agency, mood),
  });
}

function addWebhooks(app: Express, agency: Agency, mood: Mood): void {
  // CloudEvents' handshake: whoever asks may send.
  app.options('/webhooks/:endpoint', (request, response) => {
    response
      .set('WebHook-Allowed-Origin', request.get('webhook-request-origin') ?? '')
      .status(200)
      .end();
  });
  const asSent = express.text({ type: 'application/cloudevents+json', limit: BODY_LIMIT });
  app.post('/webhooks/:endpoint', asSent, (request, response) => take(request, response, agency, mood));
}

const STATUS_OF: Readonly<Record<Mode, number>> = {
  ok: 200,
  slow: 200,
  '500': 500,
  '429': 429,
  '410': 410,
  hang: 0,
  'refuse-signature': 401,
  redirect: 301,
};

async function take(
  request: Request<{ endpoint: string }>,
  response: Response,
  agency: Agency,
  mood: Mood,
): Promise<void> {
  const { endpoint } = request.params;
  const header = (name: string): string => request.get(name) ?? '';
  const headers = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, header(name)]),
  );
  const event = agency.read(endpoint, typeof request.body === 'string' ? request.body : '', headers);
  const { mode, retryAfterS } = mood.next();
  const answered = event === undefined ? 401 : STATUS_OF[mode];
  if (mode === 'slow') await pause(SLOW_MS);
  agency.note({
    endpoint,
    webhookId: header('webhook-id'),
    signatures: header('webhook-signature').split(' ').length,
    isVerified: event !== undefined && mode !== 'refuse-signature',
    answered,
    ...(event && { event }),
  });
  if (answered === 0) return;
  if (mode === '429') response.set('Retry-After', String(retryAfterS));
  if (mode === 'redirect') response.set('Location', ELSEWHERE);
  response.status(answered).json({});
}

function addControl(app: Express, agency: Agency, mood: Mood): void {
  app.put('/endpoints/:endpoint', (request, response) => {
    const { secrets } = Endpoint.pick({ secrets: true }).parse(request.body);
    agency.learn({ endpoint: request.params.endpoint, secrets });
    response.status(204).end();
  });
  app.get('/endpoints/:endpoint/received', (request, response) => {
    response.json({ items: agency.receivedAt(request.params.endpoint) });
  });
  app.put('/control', (request, response) => {
    mood.set(MoodRequest.parse(request.body));
    response.status(204).end();
  });
}
