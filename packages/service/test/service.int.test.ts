import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService } from '@minzheng/service';
import type { Running } from '@minzheng/service';
import { testPlatform } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import { PersonId, PersonRegistered } from '@minzheng/types';
import { tally } from './tally.ts';

const officer = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' } as const;
const sre = { role: 'sre', staffNo: 'SRE-1' } as const;

let platform: TestPlatform;
let outside: Server;
let outsideStatus = 200;
let told: string[] = [];
let running: Running;

const env = (): Record<string, string> => ({
  CALLED_URL: `http://127.0.0.1:${(outside.address() as AddressInfo).port}`,
});

beforeAll(async () => {
  outside = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => told.push((JSON.parse(chunk.toString()) as { subject: string }).subject));
    request.on('end', () => response.writeHead(outsideStatus).end('{}'));
  }).listen(0, '127.0.0.1');
  platform = await testPlatform();
  running = await platform.start(tally, env());
}, 60_000);

afterAll(async () => {
  await platform.stop();
  outside.closeAllConnections();
  await new Promise((resolve) => outside.close(resolve));
}, 30_000);

const registered = (id: string): Promise<void> => {
  const personId = PersonId.parse(id);
  return platform.publish(PersonRegistered.of({ subject: id, personId, data: { personId } }));
};

interface Verified {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly culprit?: string }[];
}

const verify = async (): Promise<Verified> => (await platform.as(sre).get<Verified>('tally', '/ops/verify')).body;
const culprits = async (): Promise<string[]> =>
  (await verify()).checks.filter(({ ok }) => !ok).map(({ name, culprit }) => `${name}: ${culprit}`);

describe('a service', () => {
  test('is live and ready, with nothing missing', async () => {
    expect(await platform.anonymous.get('tally', '/livez')).toMatchObject({ status: 200 });
    const ready = await platform.anonymous.get('tally', '/readyz');
    expect(ready).toMatchObject({ status: 200, body: { status: 'ready', degraded: [] } });
  });

  test('takes an event in, once, and its deadline rings by itself', async () => {
    await registered('p-1');
    await registered('p-1');
    await platform.eventually(async () => {
      const { body } = await platform.as(officer).get<{ registered: number; rungAt?: string }>('tally', '/tallies/p-1');
      expect(body.registered).toBe(1);
      expect(body.rungAt).toBeDefined();
    });
  });

  test('runs an errand until the outside has answered, and tells it nothing twice once it has', async () => {
    outsideStatus = 503;
    told = [];
    expect(await platform.as(officer).post('tally', '/tallies/p-2/ask')).toMatchObject({ status: 202 });
    await platform.eventually(() => expect(told.length).toBeGreaterThanOrEqual(2));
    expect(await culprits()).toContain('tallies-answered: tally p-2');
    outsideStatus = 200;
    await platform.eventually(async () => {
      const { body } = await platform.as(officer).get<{ call: string }>('tally', '/tallies/p-2');
      expect(body.call).toBe('answered');
    });
    expect(told.every((subject) => subject === 'p-2')).toBe(true);
  });

  test('a waiting errand holds no other deadline up', async () => {
    outsideStatus = 503;
    await platform.as(officer).post('tally', '/tallies/p-3/ask');
    await registered('p-4');
    await platform.eventually(async () => {
      const { body } = await platform.as(officer).get<{ rungAt?: string }>('tally', '/tallies/p-4');
      expect(body.rungAt).toBeDefined();
    }, 5_000);
    outsideStatus = 200;
    await platform.eventually(async () => expect(await culprits()).toEqual([]), 40_000);
  }, 60_000);
});

describe('/ops', () => {
  test('is for those who run the platform', async () => {
    for (const path of ['/ops/status', '/ops/verify', '/ops/parked']) {
      expect(await platform.anonymous.get('tally', path)).toMatchObject({ status: 401 });
      expect(await platform.as(officer).get('tally', path)).toMatchObject({ status: 403 });
      expect(await platform.as(sre).get('tally', path)).toMatchObject({ status: 200 });
    }
    expect(
      await platform.as({ role: 'auditor' }).post('tally', '/ops/parked/redrive', { group: 'tally' }),
    ).toMatchObject({
      status: 403,
    });
  });

  test('shows how far each group has come, and counts requests by their route', async () => {
    interface Status {
      readonly consumers: readonly { readonly group: string }[];
      readonly metrics: readonly object[];
    }
    const { body } = await platform.as(sre).get<Status>('tally', '/ops/status');
    expect(body.consumers.map(({ group }) => group)).toEqual(['tally', 'tally.access', 'tally.merges']);
    const labels = { route: '/tallies/:id/ask', status: '202' };
    expect(body.metrics).toContainEqual({ name: 'http_requests', labels, value: 2 });
  });

  test('verifies that all is told and heard, and names what is not', async () => {
    await platform.eventually(async () => expect(await verify()).toMatchObject({ ok: true }));
    const database = platform.database('tally');
    await database.collection<{ _id: string }>('deadlines').insertOne({
      _id: 'nobody|x',
      kind: 'nobody',
      subject: 'x',
      dueAt: '2025-01-01T00:00:00.000Z',
    } as never);
    expect(await culprits()).toEqual([expect.stringMatching(/^no-overdue-deadline: deadline nobody of x/)]);
    await database.collection<{ _id: string }>('deadlines').deleteOne({ _id: 'nobody|x' });
  });

  test('shows a poisoned message without its content, and redrives it, audited', async () => {
    await platform.publishRaw('minzheng.people.v1', 'p-poison', '{"secret": 330302');
    const parked = await platform.eventually(async () => {
      const { body } = await platform.as(sre).get<{ items: { id: string; key: string }[] }>('tally', '/ops/parked');
      // Its own group reads the topic, and the one that hears of merges.
      expect(body.items).toHaveLength(2);
      return body.items;
    });
    expect(JSON.stringify(parked)).not.toContain('330302');
    expect(parked.map(({ id }) => [`nothing-parked: parked ${id} (poison)`])).toContainEqual(await culprits());
    const audited = platform.database('tally').collection('audit');
    const before = await audited.countDocuments({ action: 'ops.redrive' });
    const redriven = await platform.as(sre).post('tally', '/ops/parked/redrive', { ids: parked.map(({ id }) => id) });
    expect(redriven).toMatchObject({ status: 202, body: { redriven: 2 } });
    expect(await audited.countDocuments({ action: 'ops.redrive' })).toBe(before + 2);
  });

  test('lets a group go on behind a gap as a person saw it, audited, and not behind one that has changed since', async () => {
    const place = { group: 'tally.gone', topic: 'minzheng.gone.v1', partition: 0 };
    const { watermarks } = running.store;
    await watermarks.first(place.group, place.topic, place.partition, 5);
    const accept = (body: object) => platform.as(sre).post('tally', '/ops/gaps/accept', { ...place, ...body });
    expect(await accept({ next: 4, found: 9 })).toMatchObject({ status: 409, body: { code: 'version.conflict' } });
    expect(await accept({ next: 5, found: 5 })).toMatchObject({ status: 409 });
    expect(await accept({ next: 5, found: 9 })).toMatchObject({ status: 200 });
    expect(await watermarks.get(place.group, place.topic, place.partition)).toBe(9);
    const object = 'gap/tally.gone-minzheng.gone.v1-0-5-9';
    expect(await platform.database('tally').collection('audit').countDocuments({ object })).toBe(1);
    await platform.database('tally').collection('watermarks').deleteOne({ group: place.group });
  });
});

const start = (changes: Record<string, string>): Promise<Running> =>
  startService(tally, platform.envOf('tally', { ...env(), ...changes }));

describe('a service does not start', () => {
  test('with a setting missing, and names it with what it should be', async () => {
    const { CALLED_URL: _, ...rest } = { ...platform.envOf('tally'), ...env() };
    await expect(startService(tally, rest)).rejects.toThrow(
      'CALLED_URL should be an address with its scheme; it is not set.',
    );
  });

  test('with a key that is none, and does not print it', async () => {
    const error = await start({ MASTER_KEY: 'c2VjcmV0LXRvby1zaG9ydA==' }).catch((thrown: unknown) => thrown as Error);
    expect((error as Error).message).toBe('MASTER_KEY should be 32 bytes in base64; it is something else.');
  });

  test('with a clock that can be moved in production', async () => {
    await expect(start({ CIVIL_CLOCK: '2025-10-08T01:00:00.000Z', MINZHENG_ENV: 'production' })).rejects.toThrow(
      'CIVIL_CLOCK should not be set unless MINZHENG_ENV is local.',
    );
  });

  test('with migrations pending', async () => {
    await expect(start({ MONGODB_DATABASE: `${platform.databaseName('tally')}_empty` })).rejects.toThrow(
      /lacks migrations/,
    );
  });

  test('without a unique index', async () => {
    await platform.database('tally').collection('tallies').dropIndex('reference');
    await expect(start({})).rejects.toThrow(/lacks unique indexes: .*reference/);
    await platform
      .database('tally')
      .collection('tallies')
      .createIndex({ reference: 1 }, { name: 'reference', unique: true, sparse: true });
  });

  test('with a topic missing', async () => {
    await expect(start({ TOPIC_PREFIX: 'nobody-' })).rejects.toThrow(/topics are missing: minzheng\.people\.v1/);
  });

  test('on a port that is taken', async () => {
    await expect(start({ PORT: String(running.port) })).rejects.toThrow(/EADDRINUSE/);
  });
});

test('a service starts while Kafka is away, and says so', async () => {
  const alone = await startService(tally, platform.envOf('tally', { ...env(), KAFKA_BROKERS: '127.0.0.1:1' }));
  const ready = await fetch(`${alone.url}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({ status: 'degraded', degraded: ['kafka'] });
  await alone.stop();
  await expect(fetch(`${alone.url}/livez`)).rejects.toThrow();
}, 30_000);
