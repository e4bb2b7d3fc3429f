import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { systemClocks } from '@minzheng/types';
import { Bank } from './bank.ts';
import { createApp } from './create-app.ts';
import { Journal } from './journal.ts';
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
}

export interface BankSimulator {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a bank on 127.0.0.1 that knows every file it has taken and every payment it has made, also after kill -9. */
export async function startBankSimulator(settings: BankSimulatorSettings): Promise<BankSimulator> {
  const { port, dataDir, token, settleDelayMs = DEFAULT_SETTLE_DELAY_MS } = settings;
  mkdirSync(dataDir, { recursive: true });
  const journal = new Journal(join(dataDir, 'bank.jsonl'));
  const temper = new Temper();
  const bank = new Bank(journal, temper, systemClocks.civil);
  const desk = openDesk(bank, temper, settleDelayMs);
  const server = createServer(createApp({ bank, temper, token, work: desk.work }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  desk.work();
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    stop: async () => {
      desk.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
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
