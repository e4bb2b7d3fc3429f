import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { repository } from '../places.ts';

/** A platform that was started for one run. */
export interface OwnPlatform {
  /** Ends all of it. */
  stop(): Promise<void>;
}

/** As much as there is: the strictest run is the one that logs and traces everything. */
const talkative = { LOG_LEVEL: 'debug', OTEL_TRACES_SAMPLER: 'always_on', OTEL_METRIC_EXPORT_INTERVAL: '5000' };

/** `npm start` anew, in a folder of its own and on free ports, without the demonstration. Throws with its output when it does not come up. */
export async function startOwnPlatform(localDir: string, otlpUrl: string): Promise<OwnPlatform> {
  const args = ['scripts/start.mjs', '--fresh', '--no-demo', '--port-base', '0', '--local-dir', localDir];
  const child = spawn(execPath, args, {
    cwd: repository,
    env: { ...process.env, ...talkative, OTEL_EXPORTER_OTLP_ENDPOINT: otlpUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGINT');
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line.includes('The platform answers at')) {
      child.stdout.resume();
      return { stop };
    }
  }
  await stop();
  throw new Error(`the platform did not start:\n${said.join('\n')}`);
}
