import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, listen } from '@minzheng/simulator';
import type { Listening } from '@minzheng/simulator';
import { Agency } from './agency.ts';
import { createApp } from './create-app.ts';
import { Mood } from './mood.ts';

export interface AgencySimulatorSettings {
  /** 0 = chosen by the operating system. */
  readonly port: number;
  /** Where the journals lie; made unless it is there. */
  readonly dataDir: string;
  /** What whoever commands it must show as bearer token; webhooks are known by their signature. */
  readonly token: string;
}

export type AgencySimulator = Listening;

/** Starts another agency's system on 127.0.0.1 that remembers every webhook it has got, also after kill -9. */
export async function startAgencySimulator(settings: AgencySimulatorSettings): Promise<AgencySimulator> {
  const { port, dataDir, token } = settings;
  mkdirSync(dataDir, { recursive: true });
  const endpoints = new Journal(join(dataDir, 'endpoints.jsonl'));
  const webhooks = new Journal(join(dataDir, 'webhooks.jsonl'));
  const door = await listen(createApp(new Agency(endpoints, webhooks), new Mood(), token), port);
  return {
    ...door,
    stop: async () => {
      await door.stop();
      endpoints.close();
      webhooks.close();
    },
  };
}
