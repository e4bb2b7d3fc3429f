import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';

const answerLimitMs = 2000;

/** Undefined when a Docker engine answers; otherwise why none can be used, in half a sentence. */
export async function whyNoEngine(): Promise<string | undefined> {
  const host = process.env['DOCKER_HOST'];
  if (host !== undefined && !host.startsWith('unix://')) return undefined;
  const sockets = host === undefined ? usualSockets() : [host.slice('unix://'.length)];
  const socket = sockets.find((file) => existsSync(file));
  if (socket === undefined) return 'no Docker engine runs here';
  return (await answers(socket)) ? undefined : 'the Docker engine does not answer';
}

const usualSockets = (): string[] => [
  '/var/run/docker.sock',
  join(homedir(), '.docker', 'run', 'docker.sock'),
  join(homedir(), '.docker', 'desktop', 'docker.sock'),
  join(homedir(), '.colima', 'default', 'docker.sock'),
];

async function answers(socketPath: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const ping = request({ socketPath, path: '/_ping', timeout: answerLimitMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.once('timeout', () => ping.destroy());
    ping.once('error', () => resolve(false));
    ping.end();
  });
}
