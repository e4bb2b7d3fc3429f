import { createLogger } from '@minzheng/observability';
import { readSettings, runProcess } from '@minzheng/service';
import { IssuerSettings } from './config.ts';
import { startIssuer } from './start-issuer.ts';

const log = createLogger({ service: 'issuer' });

if (import.meta.main) {
  await runProcess('issuer', async () => {
    const door = await startIssuer(readSettings(IssuerSettings, process.env), log);
    return { stop: () => door.close() };
  });
}
