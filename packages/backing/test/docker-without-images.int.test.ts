import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startBacking, wipeBacking } from '../src/index.ts';

const serversDir = join(import.meta.dirname, '../../../.local/servers');
const saved = { ...process.env };
const limitMs = 60_000;

let folder = '';
let engine: Server;
const removed: string[] = [];

/** An engine behind a closed network: it answers, and every pull fails. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minzheng-docker-'));
  const socket = join(folder, 'docker.sock');
  engine = createServer((request, response) => {
    const path = request.url ?? '';
    if (request.method === 'DELETE') removed.push(path);
    response.setHeader('content-type', 'application/json');
    if (path.endsWith('/_ping')) return response.end('OK');
    if (path.includes('/info')) return response.end('{"OperatingSystem":"none","Labels":[]}');
    if (path.includes('/networks/')) return response.end('{"IPAM":{"Config":[{"Gateway":"127.0.0.1"}]}}');
    if (path.includes('/images/create')) response.statusCode = 500;
    else response.statusCode = 404;
    return response.end('{"message":"lookup registry-1.docker.io: no such host"}');
  }).listen(socket);
  await once(engine, 'listening');
  process.env['DOCKER_HOST'] = `unix://${socket}`;
  delete process.env['REDIS_URL'];
  delete process.env['MINZHENG_BACKING'];
});

afterAll(() => {
  engine.close();
  engine.closeAllConnections();
  process.env = { ...saved };
  rmSync(folder, { recursive: true, force: true });
});

test(
  'an engine that gets no image is passed over, and it is said why',
  async () => {
    const lines: string[] = [];
    const backing = await startBacking({
      dataDir: join(folder, 'data'),
      serversDir,
      only: ['redis'],
      onProgress: (line) => lines.push(line),
    });
    try {
      expect(Object.keys(backing.pids)).toEqual(['redis']);
      expect(lines.join('\n')).toMatch(
        /Docker could not start the containers \(.*no such host.*\); using plain processes/,
      );
      expect(backing.how).toEqual([expect.stringMatching(/^redis: plain process, because Docker could not start/)]);
    } finally {
      await backing.stop();
    }
  },
  limitMs,
);

test('a fresh start removes the volumes of its own data folder, and minds no volume that is not there', async () => {
  await wipeBacking(join(folder, 'data'));
  expect(removed.map((path) => path.replace(/[0-9a-f]{12}/, 'FOLDER'))).toEqual([
    '/volumes/minzheng-FOLDER-kafka',
    '/volumes/minzheng-FOLDER-mongodb',
    '/volumes/minzheng-FOLDER-redis',
  ]);
});
