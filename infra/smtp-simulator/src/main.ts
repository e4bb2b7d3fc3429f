import { createLogger } from '@minzheng/observability';
import { z } from 'zod';
import { startSmtpSimulator } from './start-smtp-simulator.ts';

const Port = z.coerce.number().int().min(0).max(65_535);
const Settings = z.object({
  PORT: Port,
  SMTP_PORT: Port,
  DATA_DIR: z.string().min(1),
  TOKEN: z.string().min(16),
});

const { PORT, SMTP_PORT, DATA_DIR, TOKEN } = Settings.parse(process.env);
const log = createLogger({ service: 'smtp-simulator' });
const simulator = await startSmtpSimulator({ port: PORT, smtpPort: SMTP_PORT, dataDir: DATA_DIR, token: TOKEN });
log.info({ port: simulator.smtpPort }, 'listening for e-mail');
log.info({ port: simulator.port }, 'listening');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.stop());
