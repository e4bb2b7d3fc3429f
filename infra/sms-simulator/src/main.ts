import { createLogger, startTracing } from '@minzheng/observability';
import { z } from 'zod';
import { startSmsSimulator } from './start-sms-simulator.ts';

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATA_DIR: z.string().min(1),
  TOKEN: z.string().min(16),
});

const { PORT, DATA_DIR, TOKEN } = Settings.parse(process.env);
const log = createLogger({ service: 'sms-simulator' });
const tracing = await startTracing({ service: 'sms-simulator', environment: process.env });
const simulator = await startSmsSimulator({ port: PORT, dataDir: DATA_DIR, token: TOKEN });
log.info({ port: simulator.port }, 'listening');

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void simulator.stop().then(() => tracing.stop()));
