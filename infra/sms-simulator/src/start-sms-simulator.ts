import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from './create-app.ts';
import { Journal } from './journal.ts';
import { Mood } from './mood.ts';
import { Provider } from './provider.ts';

export interface SmsSimulatorSettings {
  /** 0 = chosen by the operating system. */
  readonly port: number;
  /** Where the journal lies; made unless it is there. */
  readonly dataDir: string;
  /** What callers must show as bearer token. */
  readonly token: string;
}

export interface SmsSimulator {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts an SMS provider on 127.0.0.1 that remembers every message it has answered for, also after kill -9. */
export async function startSmsSimulator({ port, dataDir, token }: SmsSimulatorSettings): Promise<SmsSimulator> {
  mkdirSync(dataDir, { recursive: true });
  const journal = new Journal(join(dataDir, 'messages.jsonl'));
  const server = createServer(createApp(new Provider(journal), new Mood(), token));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      journal.close();
    },
  };
}
