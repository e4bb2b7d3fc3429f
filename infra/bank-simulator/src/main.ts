import { createLogger, startTracing } from '@minzheng/observability';
import { Instant } from '@minzheng/types';
import { z } from 'zod';
import { startBankSimulator } from './start-bank-simulator.ts';

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATA_DIR: z.string().min(1),
  TOKEN: z.string().min(16),
  SETTLE_DELAY_MS: z.coerce.number().int().min(0).max(600_000).default(300),
  CIVIL_CLOCK: Instant.optional(),
});

const { PORT, DATA_DIR, TOKEN, SETTLE_DELAY_MS, CIVIL_CLOCK } = Settings.parse(process.env);
const log = createLogger({ service: 'bank-simulator' });
const tracing = await startTracing({ service: 'bank-simulator', environment: process.env });
const simulator = await startBankSimulator({
  port: PORT,
  dataDir: DATA_DIR,
  token: TOKEN,
  settleDelayMs: SETTLE_DELAY_MS,
  civilClock: CIVIL_CLOCK,
});
log.info({ port: simulator.port }, 'listening');

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void simulator.stop().then(() => tracing.stop()));
