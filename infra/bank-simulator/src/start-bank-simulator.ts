import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, listen, partyClock } from '@minzheng/simulator';
import type { Listening } from '@minzheng/simulator';
import type { Instant } from '@minzheng/types';
import { Bank } from './bank.ts';
import { createApp } from './create-app.ts';
import { Temper } from './temper.ts';

const DEFAULT_SETTLE_DELAY_MS = 300;

export interface BankSimulatorSettings {
  /** 0 = chosen by the operating system. */
  readonly port: number;
  /** Where the journal lies; made unless it is there. */
  readonly dataDir: string;
  /** What callers must show as bearer token. */
  readonly token: string;
  /** How long a file waits before the bank works on it; 300 ms unless told. */
  readonly settleDelayMs?: number;
  /** Where the civil clock begins if it is virtual; the real one when absent. */
  readonly civilClock?: Instant | undefined;
}

export type BankSimulator = Listening;

/** Starts a bank on 127.0.0.1 that knows every file it has taken and every payment it has made, also after kill -9. */
export async function startBankSimulator(settings: BankSimulatorSettings): Promise<BankSimulator> {
  const { port, dataDir, token, settleDelayMs = DEFAULT_SETTLE_DELAY_MS, civilClock } = settings;
  mkdirSync(dataDir, { recursive: true });
  const journal = new Journal(join(dataDir, 'bank.jsonl'));
  const temper = new Temper();
  const clock = partyClock(civilClock, join(dataDir, 'clock'), {
    waitsFor: () => (temper.isPaused ? undefined : bank.waiting().map((batchNo) => `file ${batchNo}`)[0]),
    moves: () => bank.moves,
    nextDueAt: () => bank.nextReturnAt(),
  });
  const bank = new Bank(journal, temper, clock.civil);
  const desk = openDesk(bank, temper, settleDelayMs);
  const door = await listen(createApp({ bank, temper, token, clock, work: desk.work }), port);
  desk.work();
  return {
    ...door,
    stop: async () => {
      desk.close();
      await door.stop();
      journal.close();
    },
  };
}

/** Works on each waiting file after the delay, one timer a file; what a restart interrupted is taken up again. */
function openDesk(bank: Bank, temper: Temper, delayMs: number): { work: () => void; close: () => void } {
  const timers = new Map<string, NodeJS.Timeout>();
  const finish = (batchNo: string): void => {
    timers.delete(batchNo);
    if (!temper.isPaused) bank.process(batchNo);
  };
  return {
    work: () => {
      for (const batchNo of bank.waiting()) {
        if (timers.has(batchNo) || temper.isPaused) continue;
        timers.set(
          batchNo,
          setTimeout(() => finish(batchNo), delayMs),
        );
      }
    },
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
