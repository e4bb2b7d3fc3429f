import type { Response } from 'express';
import type { News } from './audience.ts';

const HEARTBEAT_MS = 15_000;
/** Then the browser comes back by itself and is looked at again: a stream must not outlive its token by long. */
const LIFE_MS = 300_000;
const COME_BACK_MS = 2_000;

/** One page that listens, as server-sent events. */
export interface EventStream {
  tell(news: News): void;
  end(): void;
}

/** Begins the answer. Whoever does not take what is sent is dropped: nothing is kept for them, and a page that comes back reads anew. */
export function eventStream(response: Response): EventStream {
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const send = (text: string): void => {
    if (response.writableEnded || response.destroyed) return;
    if (response.writableNeedDrain) response.destroy();
    else response.write(text);
  };
  const end = (): void => void response.end();
  const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS);
  const life = setTimeout(end, LIFE_MS);
  response.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(life);
  });
  send(`retry: ${COME_BACK_MS}\n\n`);
  return { tell: (news) => send(`data: ${JSON.stringify(news)}\n\n`), end };
}
