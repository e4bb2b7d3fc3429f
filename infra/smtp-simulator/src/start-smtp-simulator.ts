import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, listen } from '@minzheng/simulator';
import type { Listening } from '@minzheng/simulator';
import { createApp } from './create-app.ts';
import { Mood } from './mood.ts';
import { Relay } from './relay.ts';
import { openSmtpDoor } from './smtp-door.ts';

export interface SmtpSimulatorSettings {
  /** Of the journal; 0 = chosen by the operating system. */
  readonly port: number;
  /** For e-mail; 0 = chosen by the operating system. */
  readonly smtpPort: number;
  /** Where the journal lies; made unless it is there. */
  readonly dataDir: string;
  /** What callers must show: as password of SMTP AUTH, as bearer token of the journal. */
  readonly token: string;
}

export interface SmtpSimulator extends Listening {
  readonly smtpPort: number;
  /** Where e-mail goes in. */
  readonly smtpUrl: string;
}

/** Starts a mail relay on 127.0.0.1 that remembers every e-mail it has answered for, also after kill -9. */
export async function startSmtpSimulator(settings: SmtpSimulatorSettings): Promise<SmtpSimulator> {
  const { port, smtpPort, dataDir, token } = settings;
  mkdirSync(dataDir, { recursive: true });
  const journal = new Journal(join(dataDir, 'mails.jsonl'));
  const [relay, mood] = [new Relay(journal), new Mood()];
  const smtp = await openSmtpDoor(relay, mood, { port: smtpPort, token });
  const door = await listen(createApp(relay, mood, token), port);
  return {
    ...door,
    smtpPort: smtp.port,
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    stop: async () => {
      await Promise.all([door.stop(), smtp.stop()]);
      journal.close();
    },
  };
}
