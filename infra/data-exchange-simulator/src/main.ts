import { createLogger } from '@minzheng/observability';
import { Instant } from '@minzheng/types';
import { z } from 'zod';
import { startDataExchangeSimulator } from './start-data-exchange-simulator.ts';

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATA_DIR: z.string().min(1),
  TOKEN: z.string().min(16),
  REPLY_DELAY_MS: z.coerce.number().int().min(0).max(600_000).default(100),
  CIVIL_CLOCK: Instant.optional(),
});

const { PORT, DATA_DIR, TOKEN, REPLY_DELAY_MS, CIVIL_CLOCK } = Settings.parse(process.env);
const log = createLogger({ service: 'data-exchange-simulator' });
const simulator = await startDataExchangeSimulator({
  port: PORT,
  dataDir: DATA_DIR,
  token: TOKEN,
  replyDelayMs: REPLY_DELAY_MS,
  civilClock: CIVIL_CLOCK,
});
log.info({ port: simulator.port }, 'listening');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.stop());
