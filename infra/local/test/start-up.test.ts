import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { accountNames, readAccounts, writeAccounts } from '../src/accounts.ts';
import { claim } from '../src/only-one.ts';
import { parseOptions } from '../src/options.ts';
import { defaultPorts, portsFrom, refuseTakenPorts } from '../src/ports.ts';
import { openSecrets } from '../src/secrets.ts';
import { residentBytes, startFigures } from '../src/start-figures.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minzheng-local-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the command line', () => {
  test('says nothing: the fixed ports, the demonstration, the data of last time', async () => {
    expect(await parseOptions([], '/checkout')).toEqual({
      isFresh: false,
      hasDemonstration: true,
      hasTraces: false,
      ports: defaultPorts,
      localDir: '/checkout/.local',
    });
  });

  test('says everything', async () => {
    const args = ['--fresh', '--no-demo', '--otel', '--port-base', '20000', '--brokers', '3', '--local-dir', folder];
    const options = await parseOptions(args, '/checkout');
    expect(options).toMatchObject({
      isFresh: true,
      hasDemonstration: false,
      hasTraces: true,
      brokers: 3,
      localDir: folder,
    });
    expect(options.mongods).toBeUndefined();
    expect(options.ports).toMatchObject({ gateway: 20_080, payments: 20_103, 'sms-simulator': 20_202, kafka: 20_192 });
  });

  test('asks for any free ports: all different', async () => {
    const { ports } = await parseOptions(['--port-base', '0'], '/checkout');
    const members = [0, 1, 2].flatMap((n) => [ports.kafka + n, ports.mongodb + n]);
    expect(new Set([...Object.values(ports), ...members]).size).toBe(Object.keys(defaultPorts).length + 4);
  });

  test.each([
    [['--frehs'], /--frehs.*npm start --/],
    [['--port-base', 'high'], /--port-base wants a number.*not "high"/],
    [['--port-base', '70000'], /--port-base wants a number/],
    [['--brokers', '0'], /--brokers wants a number from 1 to 7, not "0"/],
    [['--mongods', 'three'], /--mongods wants a number/],
    [['surplus'], /surplus.*npm start --/],
  ])('%j is refused in one line', async (args, line) => {
    await expect(parseOptions(args, '/checkout')).rejects.toThrow(line);
  });
});

describe('ports', () => {
  test('stay apart whatever the base is', () => {
    const ports = Object.values(portsFrom(30_000));
    expect(new Set(ports).size).toBe(ports.length);
    expect(ports.every((port) => port > 30_000 && port < 30_300)).toBe(true);
  });

  test('a taken one is named with who wants it and what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ports = { ...defaultPorts, payments: port };
    const line = new RegExp(`^Port ${port}, which payments wants, is in use: .*--port-base`);
    await expect(refuseTakenPorts(ports, { payments: 1 })).rejects.toThrow(line);
    await expect(refuseTakenPorts({ ...ports, kafka: port - 2 }, { kafka: 3 })).rejects.toThrow(/which kafka wants/);
    server.close();
    await once(server, 'close');
    await expect(refuseTakenPorts(ports, { payments: 1 })).resolves.toBeUndefined();
  });
});

describe('one platform per folder', () => {
  test('a claim left by a process that is gone, or is another program, is nobody’s', async () => {
    const file = join(folder, 'supervisor.pid');
    for (const pid of ['999999999', String(process.ppid), 'not a number']) {
      writeFileSync(file, pid);
      const release = await claim(file);
      expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
      await release();
      expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
    }
  });
});

describe('secrets', () => {
  test('are drawn once, readable by this user only, and an account that is new gets one', async () => {
    const file = join(folder, 'secrets.json');
    const first = await openSecrets(file, ['sre-1']);
    const second = await openSecrets(file, ['sre-1', 'auditor-1']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(first.masterKey, 'base64')).toHaveLength(32);
    expect(second.masterKey).toBe(first.masterKey);
    expect(second.clientSecrets['sre-1']).toBe(first.clientSecrets['sre-1']);
    expect(Object.keys(second.clientSecrets)).toEqual(['sre-1', 'auditor-1']);
    expect(new Set([second.masterKey, second.blindIndexKey, ...Object.values(second.clientSecrets)]).size).toBe(4);
    expect(second.totpSecrets['sre-1']).toBe(first.totpSecrets['sre-1']);
    expect(second.totpSecrets['auditor-1']).toMatch(/^[A-Z2-7]{32}$/);
  });

  test('keep what another process put beside them', async () => {
    const file = join(folder, 'secrets.json');
    await openSecrets(file, []);
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), issuerKeys: [1] }));
    expect(await openSecrets(file, [])).toMatchObject({ issuerKeys: [1] });
  });

  test('that cannot be read are not drawn anew: the data could never be opened again', async () => {
    const file = join(folder, 'secrets.json');
    writeFileSync(file, '{ "masterKey": 7 }');
    await expect(openSecrets(file, [])).rejects.toThrow(/cannot be read as secrets: restore it/);
    expect(readFileSync(file, 'utf8')).toBe('{ "masterKey": 7 }');
  });
});

describe('demo accounts', () => {
  const secrets = {
    clientSecrets: Object.fromEntries(accountNames.map((name) => [name, `secret-of-${name}`])),
    totpSecrets: Object.fromEntries(accountNames.map((name) => [name, `totp-of-${name}`])),
  };

  test('bear a role each, staff a number and a division', async () => {
    const file = join(folder, 'accounts.json');
    await writeAccounts(file, secrets);
    const accounts = await readAccounts(file);
    expect(Object.keys(accounts)).toEqual([...accountNames]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(accounts['street-officer-songtai-1']).toEqual({
      clientId: 'street-officer-songtai-1',
      clientSecret: 'secret-of-street-officer-songtai-1',
      totpSecret: 'totp-of-street-officer-songtai-1',
      roles: ['street-officer'],
      division: '330302026',
      staffNo: 'SO-ST-1',
    });
    const numbers = Object.values(accounts).flatMap(({ staffNo }) => staffNo ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('keep the person that an earlier start found', async () => {
    const file = join(folder, 'accounts.json');
    await writeAccounts(file, secrets);
    const accounts = await readAccounts(file);
    const found = { ...accounts, 'resident-e01': { ...accounts['resident-e01'], personId: 'p-1' } };
    writeFileSync(file, JSON.stringify(found));
    await writeAccounts(file, secrets);
    expect((await readAccounts(file))['resident-e01']?.personId).toBe('p-1');
  });
});

describe('the figures of a start', () => {
  test('are how long it took and what each process holds, in one line', async () => {
    const figures = await startFigures({ isFirst: false, readyMs: 21_340, pids: { supervisor: process.pid } });
    expect(figures).toMatch(
      /^Second or later start: ready 21\.3 s after the command\. Resident memory: [\d,]+ MB in 1 processes: supervisor [\d,]+$/,
    );
  });

  test.each(['linux', 'darwin'] as const)(
    'on %s count what a process holds, and nothing of one that has ended',
    async (system) => {
      const ended = spawnSync(process.execPath, ['--version']).pid;
      const bytes = await residentBytes({ supervisor: process.pid, ended }, system);
      expect(Object.keys(bytes)).toEqual(['supervisor']);
      expect((bytes['supervisor'] ?? 0) / process.memoryUsage().rss).toBeCloseTo(1, 0);
    },
  );
});
