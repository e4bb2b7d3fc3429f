import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { signal, waitUntil } from '@minzheng/backing';
import { Ended, type Ending } from '../src/ending.ts';
import { makePlaces, type Places } from '../src/places.ts';
import { openSecrets } from '../src/secrets.ts';
import { Platform } from '../src/platform.ts';
import { freePortPlan, type PortName, type PortPlan } from '../src/ports.ts';
import type { OwnProcess } from '../src/process-table.ts';

const entry = join(import.meta.dirname, 'fixtures/tiny-service.ts');
const addresses = { KAFKA_BROKERS: 'KAFKA', MONGODB_URI: 'MONGODB', REDIS_URL: 'REDIS' };
const saved = { ...process.env };

interface PlatformFile {
  gatewayUrl: string;
  tokenUrl: string;
  mongodbUri: string;
  processes: Record<string, { pid: number; url?: string; log?: string }>;
}

let folder = '';
let places: Places;
let ports: PortPlan;
let platform: Platform;
let wishEnd: () => void;

beforeEach(async () => {
  for (const [name, kind] of Object.entries(addresses)) process.env[name] = process.env[`MINZHENG_TEST_${kind}`];
  folder = mkdtempSync(join(tmpdir(), 'minzheng-platform-'));
  places = await makePlaces(folder);
  ports = await freePortPlan();
  const secrets = await openSecrets(places.secretsFile, []);
  platform = new Platform({ places, ports, secrets, clock: undefined, hasTraces: false }, ending());
});

afterEach(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
  process.env = { ...saved };
});

function ending(): Ending {
  const controller = new AbortController();
  const wished = new Promise<void>((resolve) => {
    wishEnd = () => {
      controller.abort();
      resolve();
    };
  });
  const unless = async <T>(work: Promise<T>): Promise<T> =>
    await Promise.race([work, wished.then(() => Promise.reject(new Ended()))]);
  return { signal: controller.signal, wished, unless };
}

const tiny = (name: PortName, settings: Record<string, string> = {}): OwnProcess => ({
  name,
  entry,
  settings: () => ({ NAME: name, DIARY: join(folder, 'diary'), ...settings }),
});

const readFile = (): PlatformFile => JSON.parse(readFileSync(places.platformFile, 'utf8')) as PlatformFile;

describe('the platform', () => {
  test('starts stage by stage, waits until each process is ready, and says where everything is', async () => {
    await platform.startStage([tiny('issuer', { READY_AFTER_MS: '300' })], {});
    const backing = await platform.startServers();
    await platform.startStage([tiny('people'), tiny('payments')], {});
    await platform.writeFile();
    const file = readFile();
    expect(statSync(places.platformFile).mode & 0o777).toBe(0o600);
    expect(file.gatewayUrl).toBe(`http://127.0.0.1:${ports.gateway}`);
    expect(file.mongodbUri).toBe(backing.mongodbUri);
    expect(Object.keys(file.processes).toSorted()).toEqual(['issuer', 'payments', 'people', 'supervisor']);
    for (const name of ['issuer', 'people', 'payments']) {
      const url = file.processes[name]?.url ?? '';
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
    }
  });

  test('brings back what was killed and writes its new process id', async () => {
    await platform.startServers();
    await platform.startStage([tiny('people')], {});
    await platform.writeFile();
    const first = readFile().processes['people']?.pid ?? 0;
    signal(first, 'SIGKILL');
    const now = (): number | undefined => readFile().processes['people']?.pid;
    await waitUntil('people runs again', 5000, async () => (now() ?? first) !== first);
    await waitUntil('people answers', 5000, async () => (await fetch(`http://127.0.0.1:${ports.people}/readyz`)).ok);
    expect(signal(first, 0)).toBe(false);
  });

  test('stops in reverse order and leaves no process and no platform.json', async () => {
    await platform.startServers();
    await platform.startStage([tiny('issuer')], {});
    await platform.startStage([tiny('people')], {});
    await platform.startStage([tiny('gateway')], {});
    await platform.writeFile();
    const { supervisor, ...processes } = readFile().processes;
    wishEnd();
    await Promise.all([platform.stop(), platform.stop()]);
    expect(supervisor?.pid).toBe(process.pid);
    expect(Object.values(processes).map(({ pid }) => signal(pid, 0))).toEqual([false, false, false]);
    const diary = readFileSync(join(folder, 'diary'), 'utf8').trim().split('\n');
    expect(diary).toEqual(['gateway ends', 'people ends', 'issuer ends']);
    expect(statSync(places.platformFile, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('names a process that ends again and again, with its last words', async () => {
    const start = platform.startStage([tiny('people', { EXIT_AT_ONCE: 'yes' })], {});
    await expect(start).rejects.toThrow(
      /^people: it ended before it was ready\. Its last words in .*people\.log:\s+MONGODB_URI is not/s,
    );
  });

  test('gives up a start as soon as the end is wished', async () => {
    const start = platform.startStage([tiny('people', { READY_AFTER_MS: '60000' })], {});
    wishEnd();
    await expect(start).rejects.toThrow(Ended);
    await platform.stop();
    await expect(fetch(`http://127.0.0.1:${ports.people}/readyz`)).rejects.toThrow();
  });
});
