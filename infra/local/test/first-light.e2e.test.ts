import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signal, waitUntil } from '@minzheng/backing';
import { topics } from '@minzheng/types';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { cellsOf, DEMONSTRATION } from './demonstration.ts';
import { WholePlatform } from './whole-platform.ts';

const startLimitMs = 300_000;
/** A second, and what it takes to look. */
const parkedWithinMs = 1_500;
const folder = mkdtempSync(join(tmpdir(), 'minzheng-first-light-'));
const services = ['people', 'applications', 'payments', 'notifications', 'training', 'veterans', 'subscriptions'];

let platform: WholePlatform;
let mongo: mongoose.Connection | undefined;

/** The fields that this test looks at or breaks by hand, of whatever kind the document is. */
interface Row {
  readonly _id: string;
  readonly slot?: number;
  readonly st?: number;
  readonly events?: readonly unknown[];
  readonly at?: Date;
  readonly nextAt?: Date;
  readonly group?: string;
  readonly topic?: string;
  readonly next?: number;
  readonly balanceFen?: number;
}

function connected(): mongoose.Connection {
  if (mongo === undefined) throw new Error('the platform is not up');
  return mongo;
}

const collection = (service: string, name: string) => connected().useDb(service).collection<Row>(name);

async function brokenNow(): Promise<string> {
  const { code, output } = await platform.minzheng('verify');
  expect(code).toBe(1);
  return output;
}

const kinds = ['people/persons', 'people/outbox', 'people/idempotency_keys', 'applications/applications'];

function written(): Promise<number[]> {
  const rows = kinds.map((kind) => kind.split('/'));
  return Promise.all(rows.map(([service = '', name = '']) => collection(service, name).countDocuments()));
}

beforeAll(async () => {
  platform = new WholePlatform(folder, []);
  await platform.ready();
  mongo = await mongoose.createConnection(platform.file().mongodbUri).asPromise();
}, startLimitMs);

afterAll(async () => {
  await mongo?.close();
  await platform.end();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const TABLE = DEMONSTRATION.map(cellsOf);

test('a quarter is carried from application to bank to message, and every branch shows', () => {
  expect(platform.table()).toEqual(TABLE);
});

describe('minzheng verify', () => {
  test('finds nothing wrong', async () => {
    await expectAllIsWell();
  });

  test('names the outbox row that nobody publishes', async () => {
    const id = '01zzzzzzzzzzzzzzzzzzzzzzzz';
    await collection('people', 'outbox').insertOne({ _id: id, slot: 7, st: 0, events: [], at: new Date() });
    expect(await brokenNow()).toContain(`BROKEN people outbox-published: outbox row ${id}`);
    await collection('people', 'outbox').deleteOne({ _id: id });
  });

  test('names the watermark that is not at the end', async () => {
    const watermarks = collection('applications', 'watermarks');
    const where = { _id: 'applications|minzheng.people.v1|0' };
    await watermarks.updateOne(where, { $inc: { next: 3 } });
    expect(await brokenNow()).toContain('BROKEN applications watermarks-at-ends: applications|minzheng.people.v1|');
    await watermarks.updateOne(where, { $inc: { next: -3 } });
  });

  test('names the account whose balance is not the sum of its postings', async () => {
    const accounts = collection('payments', 'ledger_accounts');
    const quota = { _id: '1001' };
    await accounts.updateOne(quota, { $inc: { balanceFen: 1 } });
    expect(await brokenNow()).toMatch(/BROKEN payments ledger-balances-equal-folds: .*1001/);
    await accounts.updateOne(quota, { $inc: { balanceFen: -1 } });
  });

  test('is content again when all is put right', async () => {
    await expectAllIsWell();
  });
});

describe('bad input through the door', () => {
  const valid = JSON.stringify({ residentId: '330302199001011235', name: '样例丁' });
  const counter = 'street-officer-wuma-1';
  const resolve = '/people/resolve';
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;

  test.each([
    ['malformed JSON', counter, resolve, '{bad json', 400, 'request.malformed-json'],
    ['an unknown field', counter, resolve, '{"residentId":"1","name":"x","role":"sre"}', 400, 'request.unknown-field'],
    ['a wrong type', counter, resolve, '{"residentId":1,"name":"x"}', 400, 'request.invalid'],
    ['an operator', counter, resolve, '{"residentId":{"$ne":null},"name":"x"}', 400, 'request.operator-not-allowed'],
    ['a name twice', counter, resolve, '{"name":"x","name":"y","residentId":"1"}', 400, 'request.duplicate-key'],
    ['a prototype', counter, resolve, '{"__proto__":{"a":1}}', 400, 'request.unknown-field'],
    ['5,000 levels', counter, resolve, deep, 400, 'request.too-deep'],
    [
      'an oversized body',
      counter,
      resolve,
      JSON.stringify({ name: 'x'.repeat(2_000_000) }),
      413,
      'request.body-too-large',
    ],
    ['no token', undefined, resolve, valid, 401, 'auth.token-missing'],
    ['the wrong role', 'finance-maker-1', resolve, valid, 403, 'auth.role-not-allowed'],
    ['a path that is not there', counter, '/nowhere', valid, 404, 'request.not-found'],
  ])('%s is a problem with a stable code, and nothing is written', async (_what, account, path, body, status, code) => {
    const before = await written();
    const english = await platform.ask(account, 'POST', path, { body, key: randomUUID() });
    const chinese = await platform.ask(account, 'POST', path, { body, key: randomUUID(), language: 'zh-CN' });
    expect([english.status, english.body['code']]).toEqual([status, code]);
    expect(chinese.body['code']).toBe(code);
    expect(String(chinese.body['title'])).toMatch(/\p{Script=Han}/u);
    expect(String(english.body['title'])).not.toMatch(/\p{Script=Han}/u);
    expect(await written()).toEqual(before);
  });

  test('an operator in a query string is refused', async () => {
    const { status, body } = await platform.ask('finance-maker-1', 'GET', '/payments?personId[$ne]=x');
    expect([status, body['code']]).toEqual([400, 'request.operator-not-allowed']);
  });

  test("another street's officer does not get at the case, and a step that is not there is refused", async () => {
    const { body } = await platform.ask('resident-e01', 'GET', '/applications');
    const [{ applicationId } = { applicationId: '' }] = body['items'] as { applicationId: string }[];
    const accept = `/applications/${applicationId}/accept`;
    const fromElsewhere = await platform.ask('street-officer-songtai-1', 'POST', accept, {
      body: '{}',
      key: randomUUID(),
    });
    expect([fromElsewhere.status, fromElsewhere.body['code']]).toEqual([403, 'auth.outside-division']);
    const again = await platform.ask(counter, 'POST', accept, { body: '{}', key: randomUUID() });
    expect([again.status, again.body['code']]).toEqual([409, 'application.transition-not-there']);
    const notTheirs = await platform.ask('resident-e02', 'GET', `/applications/${applicationId}`);
    expect(notTheirs.status).toBe(404);
  });

  test('a used key with another body is refused; with the same body it gets the same answer', async () => {
    const key = randomUUID();
    const first = await platform.ask(counter, 'POST', resolve, { body: valid, key });
    expect(await platform.ask(counter, 'POST', resolve, { body: valid, key })).toEqual(first);
    const other = JSON.stringify({ residentId: '330302194603150029', name: '样例戊' });
    const { status, body } = await platform.ask(counter, 'POST', resolve, { body: other, key });
    expect([status, body['code']]).toEqual([422, 'request.idempotency-key-reused']);
  });
});

test('a poison message on any topic is parked within a second, and its neighbours pass', async () => {
  const kafka = new Kafka({ brokers: [...platform.file().kafkaBrokers], logLevel: logLevel.NOTHING });
  const producer = kafka.producer();
  await producer.connect();
  const poisoned = topics().map(({ topic }) => topic);
  const readers = await pairsIn('watermarks', poisoned);
  for (const topic of poisoned) await producer.send({ topic, messages: [{ key: 'poison', value: '{bad json' }] });
  const sentAt = performance.now();
  const allParked = async () => (await pairsIn('parked', poisoned)).length === readers.length;
  await waitUntil('each group has parked its poison', 5_000, allParked).catch(() => undefined);
  const tookMs = performance.now() - sentAt;
  await producer.disconnect();
  expect(await pairsIn('parked', poisoned)).toEqual(readers);
  expect(tookMs).toBeLessThan(parkedWithinMs);
  await expectNeighboursToPass();
  expect(await brokenNow()).toMatch(/BROKEN \w+ nothing-parked: parked \S+minzheng\.\S+/);
  await waitUntil('each has its copy on the dead topic', 10_000, areCopied);
  for (const service of services) await collection(service, 'parked').deleteMany({});
}, 60_000);

/** Which group reads, or has parked something of, which of the topics. */
async function pairsIn(name: 'watermarks' | 'parked', names: readonly string[]): Promise<string[]> {
  const where = { topic: { $in: [...names] } };
  const found = await Promise.all(services.map((service) => collection(service, name).find(where).toArray()));
  const pairs = found.flat().map(({ group, topic }) => `${group} reads ${topic}`);
  return [...new Set(pairs)].toSorted((a, b) => a.localeCompare(b));
}

/** A parked message whose copy is written has a time for its next try; until then its row is still being worked on. */
async function areCopied(): Promise<boolean> {
  const rows = await Promise.all(services.map((service) => collection(service, 'parked').find().toArray()));
  return rows.flat().every(({ at, nextAt }) => Number(nextAt) > Number(at));
}

/** A new person is heard of by the service that reads the poisoned topic. */
async function expectNeighboursToPass(): Promise<void> {
  const body = JSON.stringify({ residentId: '330302194603150029', name: '样例己' });
  const resolved = await platform.ask('street-officer-wuma-1', 'POST', '/people/resolve', { body, key: randomUUID() });
  expect(resolved.status).toBeLessThan(300);
  const person = { _id: String(resolved.body['personId']) };
  const known = () => collection('applications', 'known_persons').countDocuments(person);
  await waitUntil('applications knows the new person', 5_000, async () => (await known()) === 1);
}

/** Says what is broken when something is. */
async function expectAllIsWell(): Promise<void> {
  const { code, output } = await platform.minzheng('verify', '--wait', '40');
  expect(output).not.toContain('BROKEN');
  expect(code).toBe(0);
}

test('every service killed with -9, one after another, comes back, and nothing is lost', async () => {
  for (const service of services) {
    const pid = platform.pids()[service] ?? 0;
    signal(pid, 'SIGKILL');
    await waitUntil(`${service} runs again`, 15_000, () => Promise.resolve(platform.pids()[service] !== pid));
  }
  await expectAllIsWell();
}, 120_000);

test(
  'a second start finds everything as it was and tells the same story',
  async () => {
    await connected().close();
    mongo = undefined;
    await platform.interrupt();
    platform = new WholePlatform(folder, []);
    await platform.ready();
    expect(platform.table()).toEqual(TABLE);
    await expectAllIsWell();
  },
  startLimitMs,
);
