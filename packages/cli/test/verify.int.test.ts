import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Running } from '@minzheng/service';
import { testPlatform } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import { startSmallGateway } from './small-gateway.ts';
import type { SmallGateway } from './small-gateway.ts';
import { smallService } from './small-service.ts';

jest.setTimeout(60_000);

const topic = 'minzheng.people.v1';
let platform: TestPlatform;
let running: Running;
let gateway: SmallGateway;
let dir = '';

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** The tool as its users run it: a process of its own. */
function minzheng(...typed: string[]): Promise<Ended> {
  const main = join(import.meta.dirname, '../src/main.ts');
  const platformFile = ['--platform', join(dir, 'platform.json'), '--service', 'people'];
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...typed, ...platformFile], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: `${out}${err}` });
    });
  });
}

const rows = (collection: string) => platform.database('people').collection<{ _id: string }>(collection);

beforeAll(async () => {
  platform = await testPlatform();
  running = await platform.start(smallService);
  gateway = await startSmallGateway(platform.issuer, () => running.url);
  dir = await mkdtemp(join(tmpdir(), 'minzheng-cli-'));
  const accounts = {
    'auditor-1': { clientId: 'auditor-1', clientSecret: 'secret', roles: ['auditor'] },
    'sre-1': { clientId: 'sre-1', clientSecret: 'secret', roles: ['sre'] },
  };
  const file = { gatewayUrl: gateway.url, tokenUrl: `${gateway.url}/token`, accounts };
  await writeFile(join(dir, 'platform.json'), JSON.stringify(file));
  const officer = platform.as({ role: 'street-officer', division: '330302006', staffNo: 'SO-WM-1' });
  for (let person = 0; person < 3; person += 1) expect((await officer.post('people', '/people')).status).toBe(201);
});

afterAll(async () => {
  await gateway.stop();
  await platform.stop();
  await rm(dir, { recursive: true });
});

afterEach(async () => {
  const { code, output } = await minzheng('verify', '--wait', '20');
  if (code !== 0) throw new Error(`the test left something broken:\n${output}`);
});

test('a platform where all is told and heard is green', async () => {
  const { code, output } = await minzheng('verify', '--wait', '20');
  expect(output).toMatch(/^check +people\n(?:[a-z-]+ +ok\n)+$/);
  for (const check of ['answers', 'outbox-published', 'watermarks-at-ends', 'nothing-parked']) {
    expect(output).toContain(check);
  }
  expect(code).toBe(0);
});

describe('each thing broken by hand', () => {
  test('an outbox row that nobody publishes is named', async () => {
    const [row] = await rows('outbox').find().toArray();
    if (row === undefined) throw new Error('no outbox row to copy');
    const { _id: published } = row;
    const id = published.replace(/.$/, (last) => (last === 'Z' ? 'Y' : 'Z'));
    // No process owns this slot, as when a relay has died and nobody has taken over.
    await rows('outbox').insertOne({ ...row, _id: id, slot: 77, st: 0 } as never);
    const { code, output } = await minzheng('verify');
    expect(output).toContain(`BROKEN people outbox-published: outbox row ${id}`);
    expect(code).toBe(1);
    await rows('outbox').deleteOne({ _id: id });
  });

  test('a watermark that is behind its topic is named', async () => {
    const [watermark] = await rows('watermarks')
      .find({ _id: /^people\|/, next: { $gt: 0 } })
      .toArray();
    if (watermark === undefined) throw new Error('no watermark has moved');
    const { _id: id } = watermark;
    await rows('watermarks').updateOne({ _id: id }, { $inc: { next: -1 } });
    const { code, output } = await minzheng('verify');
    expect(output).toMatch(/BROKEN people watermarks-at-ends: people\|minzheng\.people\.v1\|\d at \d+ of \d+/);
    expect(code).toBe(1);
    await rows('watermarks').replaceOne({ _id: id }, watermark);
  });

  test('a parked message is named, listed, tried again, and still poison', async () => {
    await platform.publishRaw(topic, 'k-1', '{bad json', { 'content-type': 'application/json' });
    const id = await platform.eventually(async () => {
      const parked = await rows('parked').distinct('_id');
      // Its own group reads the topic, and the one that hears of merges.
      expect(parked).toHaveLength(2);
      return parked.map(String).find((one) => one.startsWith('people|')) ?? '';
    });
    const { code, output } = await minzheng('verify');
    expect(output).toMatch(/BROKEN people nothing-parked: parked people(?:\.merges)?\|minzheng\.people\.v1\|/);
    expect(code).toBe(1);
    expect((await minzheng('ops', 'parked')).output).toContain(id);
    expect(await minzheng('ops', 'redrive', id)).toMatchObject({ code: 0 });
    expect((await minzheng('verify')).code).toBe(1);
    await rows('parked').deleteMany({});
  });

  test('a deadline that nobody meets is named', async () => {
    const overdue = { kind: 'nobody.knows', subject: 's-1', dueAt: '2026-01-01T00:00:00.000Z' };
    await running.store.commit({ viewer: 'system', actor: 'test', correlationId: 'test' }, async (tx) => {
      tx.schedule(overdue as Parameters<typeof tx.schedule>[0]);
      return await Promise.resolve();
    });
    const { code, output } = await minzheng('verify');
    expect(output).toContain('BROKEN people no-overdue-deadline: deadline nobody.knows of s-1');
    expect(code).toBe(1);
    await rows('deadlines').deleteMany({ kind: 'nobody.knows' });
  });

  test('a service that does not answer has proved nothing', async () => {
    await running.stop();
    const { code, output } = await minzheng('verify');
    expect(output).toContain('BROKEN people answers: unreachable: 503 service.upstream-unavailable');
    expect(code).toBe(1);
    running = await platform.start(smallService);
  });
});

test('status says where the service stands', async () => {
  const { code, output } = await minzheng('status');
  expect(output).toMatch(/^people\n(?: {2}[A-Za-z]+: .+\n)+$/);
  expect(output).toContain(topic);
  expect(code).toBe(0);
});
