import { createLogger } from '@minzheng/observability';
import { readSettings, runProcess } from '@minzheng/service';
import { GatewaySettings } from './config.ts';
import { startGateway } from './start-gateway.ts';

if (import.meta.main) {
  await runProcess('gateway', () => {
    const settings = readSettings(GatewaySettings, process.env);
    return startGateway(settings, createLogger({ service: 'gateway', level: settings.LOG_LEVEL }));
  });
}
