import { ClockOrder } from '@minzheng/types';
import type { ClockStanding } from '@minzheng/types';
import type { Express } from 'express';
import { readJsonBody } from './read-json-body.ts';

const PATH = '/local/clock';
const MOST_BYTES = 1_000;

/** A process whose civil clock is virtual. */
export interface LocalClock {
  standing(): Promise<ClockStanding>;
  obey(order: ClockOrder): Promise<void>;
}

/** `GET` and `PUT /local/clock`, for the barrier of a local platform. Whoever may move time stands behind no token: mount it locally only. */
export function mountLocalClock(app: Express, clock: LocalClock): void {
  app.get(PATH, async (_, response) => {
    response.json(await clock.standing());
  });
  app.put(PATH, async (request, response) => {
    await clock.obey(ClockOrder.parse(await readJsonBody(request, MOST_BYTES)));
    response.status(204).end();
  });
}
