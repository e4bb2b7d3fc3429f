import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { testPlatform } from '@minzheng/testing';
import type { TestClient, TestPlatform } from '@minzheng/testing';
import type { CloudEvent } from '@minzheng/types';
import mongoose from 'mongoose';
import { people } from '../src/main.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

const TOPIC = 'minzheng.people.v1';
const STREET = '330302006';
const officerOf = (division: string, staffNo: string) => ({ role: 'street-officer', division, staffNo }) as const;

let platform: TestPlatform;
let officer: TestClient;

beforeAll(async () => {
  platform = await testPlatform();
  await platform.start(people, { RESOLVES_PER_MINUTE: '40' });
  officer = platform.as(officerOf(STREET, 'SO-WM-1'));
});
afterAll(async () => {
  await platform?.stop();
});

const resolve = (client: TestClient, residentId: string, name: string, key?: string) =>
  client.post<{ personId?: string; code?: string; title?: string }>(
    'people',
    '/people/resolve',
    { residentId, name },
    key === undefined ? {} : { key },
  );

const registrationsOf = async (personId: string | undefined): Promise<CloudEvent[]> =>
  (await platform.events(TOPIC)).filter(({ subject }) => subject === personId);

/** The very bytes, read as text. */
const asStored = (row: mongoose.mongo.Document): string =>
  Buffer.from(mongoose.mongo.BSON.serialize(row)).toString('utf8');

describe('resolving a person', () => {
  test('makes a personId on first sight and tells others of it, once, by that id alone', async () => {
    const first = await resolve(officer, '330302198506124011', '样例甲');
    expect(first.status).toBe(200);
    const again = await resolve(officer, ' 33030219850612401１ ', ' 样例甲 ');
    expect(again).toMatchObject({ status: 200, body: first.body });
    const sameByAnother = await resolve(platform.as({ role: 'resident' }), '330302198506124011', '样例甲');
    expect(sameByAnother.body).toEqual(first.body);
    const { personId } = first.body;
    await platform.eventually(async () => {
      const told = await registrationsOf(personId);
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({ sequence: 1, data: { personId }, personid: personId, divisioncode: STREET });
    });
    for (const record of await platform.records(TOPIC)) {
      const said = JSON.stringify(record.headers) + String(record.value);
      expect(said).not.toMatch(/样例|198506124011/);
    }
  });

  test('leaves neither the number nor the name readable in the database', async () => {
    await resolve(officer, '330302198709234026', '样例甲妻');
    const db = platform.database('people').db;
    for (const collection of (await db?.collections()) ?? []) {
      for (const row of await collection.find().toArray()) {
        expect(asStored(row)).not.toMatch(/样例|330302198709234026|330302198506124011/);
      }
    }
  });

  test('gives one person to twenty doors that see the same new number at once', async () => {
    const doors = Array.from({ length: 20 }, (_, i) => platform.as(officerOf(STREET, `SO-WM-1${i}`)));
    const answers = await Promise.all(doors.map((door) => resolve(door, '330302201203044019', '样例甲子')));
    expect(answers.map(({ status }) => status)).toEqual(doors.map(() => 200));
    const ids = new Set(answers.map(({ body }) => body.personId));
    expect(ids.size).toBe(1);
    const [personId] = ids;
    await platform.eventually(async () => expect(await registrationsOf(personId)).toHaveLength(1));
    expect(
      await platform
        .database('people')
        .collection('persons')
        .countDocuments({ _id: personId as never }),
    ).toBe(1);
  });

  test('with the key used before gives the same answer, and with another body refuses', async () => {
    const first = await resolve(officer, '330302198101174037', '样例乙', 'key-1');
    const again = await resolve(officer, '330302198101174037', '样例乙', 'key-1');
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await resolve(officer, '330302198101174037', '样例丙', 'key-1');
    expect(other).toMatchObject({ status: 422, body: { code: 'request.idempotency-key-reused' } });
  });
});

const task = async () => await platform.database('people').collection('desk_tasks').find().sort({ tries: 1 }).toArray();

describe('an ID known under another name', () => {
  test('has one generic answer, keeps a task for the desk, and counts further tries', async () => {
    await resolve(officer, '330302198308084047', '样例乙妻');
    const before = await platform.database('people').collection('persons').countDocuments();
    const stranger = platform.as({ role: 'resident' });
    const refused = await resolve(stranger, '330302198308084047', '别人');
    expect(refused).toMatchObject({ status: 409, body: { code: 'person.identity-not-confirmed' } });
    expect(JSON.stringify(refused.body)).not.toMatch(/样例|别人|personId/);
    expect(await task()).toEqual([expect.objectContaining({ tries: 1, status: 'open', divisionCode: STREET })]);
    const again = await resolve(officer, '330302198308084047', '别人');
    expect(again.body.title).toBe(refused.body.title);
    expect(await task()).toEqual([expect.objectContaining({ tries: 2 })]);
    expect(await platform.database('people').collection('persons').countDocuments()).toBe(before);
  });

  test('is refused the same way when the request is sent again under its key, without a second count', async () => {
    const first = await resolve(officer, '330302198308084047', '另一人', 'key-2');
    const again = await resolve(officer, '330302198308084047', '另一人', 'key-2');
    expect([first.status, again.status]).toEqual([409, 409]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await task()).map(({ tries }) => Number(tries))).toEqual([1, 2]);
  });
});

describe('the door refuses', () => {
  const good = { residentId: '330302197904304056', name: '样例丙' };
  const refusals: [
    why: string,
    send: () => Promise<{ status: number; body: { code?: string } }>,
    status: number,
    code: string,
  ][] = [
    [
      'nobody without a token',
      () => platform.anonymous.post('people', '/people/resolve', good),
      401,
      'auth.token-missing',
    ],
    [
      'a role that resolves nobody',
      () =>
        platform
          .as({ role: 'finance-maker', division: '330302', staffNo: 'FM-1' })
          .post('people', '/people/resolve', good),
      403,
      'auth.role-not-allowed',
    ],
    [
      'a command without its key',
      () => officer.post('people', '/people/resolve', good, { key: null }),
      400,
      'request.idempotency-key-missing',
    ],
    [
      'a wrong check character',
      () => officer.post('people', '/people/resolve', { ...good, residentId: '330302197904304057' }),
      422,
      'person.resident-id-invalid',
    ],
    [
      'a name that is none',
      () => officer.post('people', '/people/resolve', { ...good, name: '<样例>' }),
      422,
      'person.name-invalid',
    ],
    [
      'an unknown field',
      () => officer.post('people', '/people/resolve', { ...good, phone: '1' }),
      400,
      'request.unknown-field',
    ],
    [
      'an operator in place of a text',
      () => officer.post('people', '/people/resolve', { ...good, residentId: { $ne: null } }),
      400,
      'request.operator-not-allowed',
    ],
    ['a missing field', () => officer.post('people', '/people/resolve', { name: '样例丙' }), 400, 'request.invalid'],
    [
      'malformed JSON',
      () => officer.post('people', '/people/resolve', undefined, { raw: '{"name": ' }),
      400,
      'request.malformed-json',
    ],
  ];
  for (const [why, send, status, code] of refusals)
    test(why, async () => {
      expect(await send()).toMatchObject({ status, body: { code } });
    });

  test('having written nothing', async () => {
    const answer = await resolve(platform.as(officerOf(STREET, 'SO-WM-2')), good.residentId, good.name);
    expect(answer.status).toBe(200);
    await platform.eventually(async () => expect(await registrationsOf(answer.body.personId)).toHaveLength(1));
  });

  test('whoever tries too often, and lets the same request pass when the minute is over', async () => {
    const hasty = platform.as({ role: 'resident' });
    let last = 0;
    for (let i = 0; i < 41 && last !== 429; i += 1) last = (await resolve(hasty, 'x', 'y')).status;
    expect(last).toBe(429);
    const refused = await resolve(hasty, good.residentId, good.name, 'key-3');
    expect(refused).toMatchObject({ status: 429, body: { code: 'request.rate-limited' } });
    expect(refused.headers.get('retry-after')).not.toBeNull();
    const kept = await platform.database('people').collection('idempotency_keys').countDocuments();
    await resolve(hasty, good.residentId, good.name, 'key-3');
    expect(await platform.database('people').collection('idempotency_keys').countDocuments()).toBe(kept);
    expect((await resolve(platform.as(officerOf(STREET, 'SO-WM-9')), good.residentId, good.name)).status).toBe(200);
  });
});

const read = (client: TestClient, id: string | undefined) =>
  client.get<{ name?: string; code?: string }>('people', `/people/${id}`);

describe('reading a person', () => {
  test('is for the officers of the street and the district, and leaves a trace', async () => {
    const clerk = platform.as(officerOf(STREET, 'SO-WM-3'));
    const { personId } = (await resolve(clerk, '33030219800214406X', '样例丙妻')).body;
    expect(await read(clerk, personId)).toMatchObject({ status: 200, body: { personId, name: '样例丙妻' } });
    const reviewer = platform.as({ role: 'district-reviewer', division: '330302', staffNo: 'DR-1' });
    expect((await read(reviewer, personId)).status).toBe(200);
    const rows = await platform
      .database('people')
      .collection('audit')
      .find({ action: 'person.read' })
      .sort({ actor: 1 })
      .toArray();
    expect(rows.map((row) => [row['actor'], row['subjectPersonId']])).toEqual([
      ['DR-1', personId],
      ['SO-WM-3', personId],
    ]);
  });

  test('is for the veterans’ desk, which resolves whom it registers and leaves them with the district', async () => {
    const desk = platform.as({ role: 'veterans-officer', division: '330302', staffNo: 'VO-1' });
    const { status, body } = await resolve(desk, '330302195806174017', '样例丁');
    expect(status).toBe(200);
    expect(await read(desk, body.personId)).toMatchObject({ status: 200, body: { name: '样例丁' } });
    const elsewhere = platform.as({ role: 'veterans-officer', division: '330303', staffNo: 'VO-9' });
    expect(await read(elsewhere, body.personId)).toMatchObject({
      status: 403,
      body: { code: 'auth.outside-division' },
    });
  });

  test('is refused to another street, to residents, and of nobody', async () => {
    const clerk = platform.as(officerOf(STREET, 'SO-WM-3'));
    const { personId } = (await resolve(clerk, '33030219800214406X', '样例丙妻')).body;
    const elsewhere = platform.as(officerOf('330302026', 'SO-ST-1'));
    expect(await read(elsewhere, personId)).toMatchObject({ status: 403, body: { code: 'auth.outside-division' } });
    const resident = platform.as({ role: 'resident', personId: personId ?? '' });
    expect(await read(resident, personId)).toMatchObject({ status: 403, body: { code: 'auth.role-not-allowed' } });
    expect(await read(clerk, 'nobody')).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
  });
});
