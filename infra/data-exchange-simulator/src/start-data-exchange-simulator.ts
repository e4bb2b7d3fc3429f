import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, listen, partyClock } from '@minzheng/simulator';
import type { Listening } from '@minzheng/simulator';
import type { Instant } from '@minzheng/types';
import { createApp } from './create-app.ts';
import { Exchange } from './exchange.ts';
import { Temper } from './temper.ts';

const DEFAULT_REPLY_DELAY_MS = 100;

export interface DataExchangeSettings {
  /** 0 = chosen by the operating system. */
  readonly port: number;
  /** Where the journal lies; made unless it is there. */
  readonly dataDir: string;
  /** What callers must show as bearer token. */
  readonly token: string;
  /** How long each department takes; 100 ms unless told. */
  readonly replyDelayMs?: number;
  /** Where the civil clock begins if it is virtual; the real one when absent. */
  readonly civilClock?: Instant | undefined;
}

export type DataExchangeSimulator = Listening;

/** Starts an exchange on 127.0.0.1 through which other departments are asked, one reply after another. */
export async function startDataExchangeSimulator(settings: DataExchangeSettings): Promise<DataExchangeSimulator> {
  const { port, dataDir, token, replyDelayMs = DEFAULT_REPLY_DELAY_MS, civilClock } = settings;
  mkdirSync(dataDir, { recursive: true });
  const journal = new Journal(join(dataDir, 'exchange.jsonl'));
  const temper = new Temper();
  const clock = partyClock(civilClock, join(dataDir, 'clock'), {
    waitsFor: () => {
      const [owed] = exchange.owed().filter(({ department }) => !temper.silent.has(department));
      return owed && `the reply of ${owed.department} to ${owed.requestId}`;
    },
    moves: () => exchange.moves,
  });
  const exchange = new Exchange(journal, clock.civil);
  const desks = openDesks(exchange, temper, replyDelayMs);
  const door = await listen(createApp({ exchange, temper, token, clock, work: desks.work }), port);
  desks.work();
  return {
    ...door,
    stop: async () => {
      desks.close();
      await door.stop();
      journal.close();
    },
  };
}

/** Replies one by one; what a restart interrupted is taken up again. */
function openDesks(exchange: Exchange, temper: Temper, delayMs: number): { work: () => void; close: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    timer = undefined;
    const [owed] = exchange.owed().filter(({ department }) => !temper.silent.has(department));
    if (owed === undefined) return;
    exchange.reply(owed.requestId, owed.department);
    work();
  };
  const work = (): void => {
    timer ??= setTimeout(next, delayMs);
  };
  return { work, close: () => clearTimeout(timer) };
}
