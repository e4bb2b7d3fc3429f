import { createLogger, startTracing } from '@minzheng/observability';
import { readSettings, runProcess } from '@minzheng/service';
import { GatewaySettings } from './config.ts';
import { startGateway } from './start-gateway.ts';

if (import.meta.main) {
  await runProcess('gateway', async () => {
    const settings = readSettings(GatewaySettings, process.env);
    const tracing = await startTracing({ service: 'gateway', environment: process.env, isDoor: true });
    const gateway = await startGateway(settings, createLogger({ service: 'gateway', level: settings.LOG_LEVEL }));
    const stop = async (): Promise<void> => {
      await gateway.stop();
      await tracing.stop();
    };
    return { stop };
  });
}
