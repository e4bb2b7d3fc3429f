import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, listen } from '@minzheng/simulator';
import type { Listening } from '@minzheng/simulator';
import { createApp } from './create-app.ts';
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

export type SmsSimulator = Listening;

/** Starts an SMS provider on 127.0.0.1 that remembers every message it has answered for, also after kill -9. */
export async function startSmsSimulator({ port, dataDir, token }: SmsSimulatorSettings): Promise<SmsSimulator> {
  mkdirSync(dataDir, { recursive: true });
  const journal = new Journal(join(dataDir, 'messages.jsonl'));
  const door = await listen(createApp(new Provider(journal), new Mood(), token), port);
  return {
    ...door,
    stop: async () => {
      await door.stop();
      journal.close();
    },
  };
}
