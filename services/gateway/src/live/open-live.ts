import { randomUUID } from 'node:crypto';
import { sendProblem } from '@minzheng/http';
import { startBroadcast } from '@minzheng/messaging';
import type { Bus } from '@minzheng/messaging';
import { eventByType, StaffAccessEnded, topics } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import type { Express, Request, Response } from 'express';
import type { Limits } from '../limits/limits.ts';
import { operationOf } from '../operation.ts';
import type { Credentials } from '../session/credentials.ts';
import { Audience } from './audience.ts';
import { eventStream } from './event-stream.ts';
import type { EventStream } from './event-stream.ts';

const MOST_STREAMS = 5_000;
/** A page each in a few tabs; browsers open six connections to a host at most. */
const MOST_STREAMS_OF_ONE = 6;

/** Live updates of this process. */
export interface Live {
  /** Resolves when whatever happens from now on is told. */
  readonly begun: Promise<void>;
  mount(app: Express, settings: LiveSettings): void;
  /** Ends every stream, so that the door can close. */
  close(): Promise<void>;
}

/** What a listener is let in by. */
export interface LiveSettings {
  readonly credentials: Credentials;
  readonly limits: Limits;
}

/** What a run produces line by line. */
const bulk: ReadonlySet<string> = new Set(topics().flatMap(({ topic, lane }) => (lane === 'bulk' ? [topic] : [])));

/** Reads along with every topic, in a group of this process's own. Of what a run produces line by line only the persons who look are told. */
export function openLive(bus: Bus): Live {
  const audience = new Audience();
  const streams = new Map<EventStream, Caller>();
  const left = new Set<string>();
  const broadcast = startBroadcast(bus, {
    group: `gateway.live.${randomUUID()}`,
    topics: topics().map(({ topic }) => topic),
    wants: (topic, personId) => !bulk.has(topic) || audience.hears(personId),
    onEvent: (event) => {
      if (event.type === StaffAccessEnded.type) end(event.subject);
      if (eventByType(event.type)?.lane === 'bulk') audience.tellPerson(event);
      else audience.tell(event);
    },
  });
  const isFull = (sub: string): boolean =>
    streams.size >= MOST_STREAMS ||
    [...streams.values()].filter((caller) => caller.sub === sub).length >= MOST_STREAMS_OF_ONE;
  /** Whoever has left hears no more: the services refuse them by lists of their own, and here nothing is kept. */
  const end = (staffNo: string): void => {
    left.add(staffNo);
    for (const [stream, caller] of streams) if (caller.staffNo === staffNo) stream.end();
  };

  const listen = async (request: Request, response: Response, { credentials, limits }: LiveSettings) => {
    const known = await credentials.of(request, response);
    if (!known.ok) return sendProblem(response, { code: known.code });
    const { caller } = known;
    if (left.has(caller.staffNo ?? '')) return sendProblem(response, { code: 'auth.access-ended' });
    if (!(await limits.admit(request, response, { caller, route: operationOf(request), path: '/live' }))) return;
    if (isFull(caller.sub)) return sendProblem(response, { code: 'live.too-many-streams' });
    const stream = eventStream(response);
    streams.set(stream, caller);
    const leave = audience.add({ caller, tell: (news) => stream.tell(news) });
    response.once('close', () => {
      streams.delete(stream);
      leave();
    });
  };
  return {
    begun: broadcast.begun,
    mount: (app, settings) => {
      // Express would answer HEAD with GET's handler, and such a stream would never be read.
      app.head('/live', (_, response) => void response.status(204).end());
      app.get('/live', (request, response) => listen(request, response, settings));
    },
    close: async () => {
      for (const stream of streams.keys()) stream.end();
      await broadcast.stop();
    },
  };
}
