import { simulatorApp } from '@minzheng/simulator';
import type { Express } from 'express';
import { z } from 'zod';
import { MoodRequest } from './mood.ts';
import type { Mood } from './mood.ts';
import type { Relay } from './relay.ts';

const BODY_LIMIT = '10kb';

/** The relay's HTTP side: its journal, and the control that makes it misbehave. */
export function createApp(relay: Relay, mood: Mood, token: string): Express {
  return simulatorApp({ token, bodyLimit: BODY_LIMIT, routes: (app) => addRoutes(app, relay, mood) });
}

function addRoutes(app: Express, relay: Relay, mood: Mood): void {
  app.get('/messages/:messageId', (request, response) => {
    const record = relay.ask(request.params.messageId);
    if (record) response.json(record);
    else response.status(404).json({ code: 'unknown-message' });
  });
  app.get('/messages', (request, response) => {
    const { to } = z.object({ to: z.string().min(3).max(254) }).parse(request.query);
    response.json({ items: relay.sentTo(to) });
  });
  app.get('/heard', (_, response) => {
    response.json({ contents: relay.heard });
  });
  app.put('/control', (request, response) => {
    mood.set(MoodRequest.parse(request.body));
    response.status(204).end();
  });
}
