import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { CaseConfirmed, digestId, LifeEventReceived, PaymentSettled, PersonRegistered } from '@minzheng/types';
import { PERSON_DECEASED } from '../src/domain/inbound-event.ts';
import { subscriptions } from '../src/main.ts';
import { patience, SharingWorld } from './sharing-world.ts';
import type { TestAgency } from './sharing-world.ts';

jest.setTimeout(90_000);

let world: SharingWorld;
let agency: TestAgency;

beforeAll(async () => {
  world = await SharingWorld.open();
  await world.platform.start(subscriptions, patience);
});

afterAll(() => world.close());

beforeEach(async () => {
  agency = await world.agency();
});

const cloudEvents = { headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' } };

/** A person whom the agency has heard of, by its own reference. */
async function heardOf(): Promise<{ personId: string; personref: string }> {
  await agency.listen();
  const personId = randomUUID();
  await agency.happen(undefined, personId);
  const [received] = await agency.untilTaken(1);
  return { personId, personref: received?.event?.personref ?? '' };
}

const death = (personref: string, changes: object = {}) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: 'https://ga.example.gov.cn/hukou',
  type: PERSON_DECEASED,
  personref,
  data: { occurredOn: '2026-11-02' },
  ...changes,
});

const send = (event: object, by = agency.engineer, options: object = cloudEvents) =>
  by.post<{ inboundEventId?: string; code?: string }>('subscriptions', '/inbound-events', event, options);

const toldOf = async (personId: string) =>
  (await world.platform.events('minzheng.subscriptions.v1')).filter((event) => event.personid === personId);

describe('a life event from an agency', () => {
  test('is told on with the person, once, however often it comes', async () => {
    const { personId, personref } = await heardOf();
    const event = death(personref, { time: '2026-11-03T00:00:00Z', someextension: 'let pass' });
    const first = await send(event);
    expect(first.status).toBe(202);
    expect((await send(event)).body).toEqual(first.body);
    await world.platform.eventually(async () => {
      expect(await toldOf(personId)).toMatchObject([
        {
          type: LifeEventReceived.type,
          partitionkey: personId,
          data: { kind: 'death', occurredOn: '2026-11-02', agency: agency.code },
        },
      ]);
    });
    const other = await send({ ...event, data: { occurredOn: '2026-11-01' } });
    expect(other).toMatchObject({ status: 409, body: { code: 'inbound-event.other-content' } });
    expect(await toldOf(personId)).toHaveLength(1);
  });

  test('the same id from another source, or another agency, is another event', async () => {
    const { personId, personref } = await heardOf();
    const event = death(personref);
    await send(event);
    expect((await send({ ...event, source: 'https://mz.example.gov.cn|x' })).status).toBe(202);
    await world.platform.eventually(async () => expect(await toldOf(personId)).toHaveLength(2));
  });

  test('keeps what the agency calls it sealed: its id may be made of an ID number', async () => {
    const { personId, personref } = await heardOf();
    const [id, source] = ['death-33030219700101002X', 'https://ga.example.gov.cn/33030219700101002X'];
    const event = death(personref, { id, source });
    const { body } = await send(event);
    expect((await send(event)).body).toEqual(body);
    const rows = await world.platform
      .database('subscriptions')
      .collection('inbound_events')
      .find({ personId })
      .toArray();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('33030219700101002X');
    await world.platform.eventually(async () => expect(await toldOf(personId)).toHaveLength(1));
    expect(JSON.stringify(await toldOf(personId))).not.toContain('33030219700101002X');
    const guess = digestId([agency.code, encodeURIComponent(source), encodeURIComponent(id)]);
    expect(body.inboundEventId).not.toBe(guess);
  });

  test('about somebody whom the agency has not heard of is refused, and so is another agency’s reference', async () => {
    const { personref } = await heardOf();
    const other = await world.agency();
    for (const [by, reference] of [
      [other.engineer, personref],
      [agency.engineer, 'x'.repeat(43)],
    ] as const) {
      expect(await send(death(reference), by)).toMatchObject({
        status: 422,
        body: { code: 'inbound-event.person-unknown', errors: [{ pointer: '/personref' }] },
      });
    }
  });

  test.each([
    [
      'a type that is not granted',
      { type: 'org.minzheng.inbound.person.moved.v1' },
      403,
      'inbound-event.type-not-granted',
    ],
    ['a date in the future', { data: { occurredOn: '2099-01-01' } }, 422, 'inbound-event.date-in-future'],
    ['another version of CloudEvents', { specversion: '0.3' }, 400, 'request.invalid'],
    ['an ID number in its data', { data: { occurredOn: '2026-11-02', residentId: '1' } }, 400, 'request.unknown-field'],
    ['a personId', { personref: 'p-1' }, 400, 'request.invalid'],
  ])('with %s is refused', async (_, changes, status, code) => {
    const { personref } = await heardOf();
    expect(await send(death(personref, changes))).toMatchObject({ status, body: { code } });
  });

  test('that is not sent as a CloudEvent is refused; after the grant is revoked, every one', async () => {
    const { personref } = await heardOf();
    expect(await send(death(personref), agency.engineer, {})).toMatchObject({ status: 415 });
    await world.desk().post('subscriptions', `/grants/${agency.grantId}/revoke`);
    expect(await send(death(personref))).toMatchObject({ status: 403 });
  });
});

describe('grants', () => {
  test.each([
    ['an internal event', { receives: [PersonRegistered.type] }, 422, 'grant.type-not-offered'],
    ['dates the wrong way round', { validFrom: '2026-02-01', validTo: '2026-01-01' }, 422, 'grant.dates-reversed'],
    ['another district', { divisionCode: '330303' }, 403, 'auth.outside-division'],
    ['no legal basis', { legalBasis: '' }, 400, 'request.invalid'],
  ])('for %s are refused', async (_, changes, status, code) => {
    const grant = {
      agency: agency.code,
      divisionCode: '330302',
      receives: [CaseConfirmed.type],
      legalBasis: '浙江省社会救助条例',
      validFrom: '2026-01-01',
      ...changes,
    };
    expect(await world.desk().post('subscriptions', '/grants', grant)).toMatchObject({ status, body: { code } });
  });

  test('limit what can be subscribed to', async () => {
    const types = [CaseConfirmed.type, PaymentSettled.type];
    expect(await agency.subscribe(undefined, types)).toMatchObject({
      status: 403,
      body: { code: 'subscription.type-not-granted', errors: [{ pointer: '/types/1' }] },
    });
  });

  test('are seen by their own agency and by the desk', async () => {
    const other = await world.agency();
    const mine = await agency.engineer.get<{ items: { agency: string }[] }>('subscriptions', '/grants');
    expect(mine.body.items.map((grant) => grant.agency)).toEqual([agency.code]);
    const desk = await world.desk().get<{ items: object[] }>('subscriptions', `/grants?agency=${other.code}`);
    expect(desk.body.items).toMatchObject([{ agency: other.code, legalBasis: '浙江省社会救助条例' }]);
  });

  test('can be revoked once, and by the desk of their district', async () => {
    const path = `/grants/${agency.grantId}/revoke`;
    expect(await world.desk('330303').post('subscriptions', path)).toMatchObject({ status: 403 });
    expect(await world.desk().post('subscriptions', path)).toMatchObject({ status: 200, body: { status: 'revoked' } });
    expect(await world.desk().post('subscriptions', path)).toMatchObject({ status: 409 });
    expect(await world.desk().post('subscriptions', '/grants/g-9/revoke')).toMatchObject({ status: 404 });
  });
});

describe('subscriptions', () => {
  test.each(['ftp://127.0.0.1/', 'http://a:b@127.0.0.1/', 'nowhere'])('at %s are refused', async (endpoint) => {
    expect(await agency.subscribe(endpoint)).toMatchObject({
      status: 422,
      body: { code: 'subscription.endpoint-not-allowed', errors: [{ pointer: '/endpoint' }] },
    });
  });

  test('of another agency are as good as not there; the desk sees all and changes none', async () => {
    const { subscriptionId } = await agency.listen();
    const other = await world.agency();
    for (const path of [`/subscriptions/${subscriptionId}`, `/subscriptions/${subscriptionId}/deliveries`]) {
      expect(await other.engineer.get('subscriptions', path)).toMatchObject({ status: 404 });
      expect(await world.desk().get('subscriptions', path)).toMatchObject({ status: 200 });
    }
    for (const verb of ['rotate-secret', 'enable', 'disable', 'replay']) {
      const body = verb === 'replay' ? { from: '2026-01-01T00:00:00.000Z' } : {};
      const path = `/subscriptions/${subscriptionId}/${verb}`;
      expect(await other.act(subscriptionId, verb, body)).toMatchObject({ status: 404 });
      expect(await world.desk().post('subscriptions', path, body)).toMatchObject({ status: 403 });
    }
    expect((await other.engineer.get<{ items: object[] }>('subscriptions', '/subscriptions')).body.items).toEqual([]);
  });

  test('disabled by their agency stay so until it enables them', async () => {
    const { subscriptionId } = await agency.listen();
    expect(await agency.act(subscriptionId, 'enable')).toMatchObject({ status: 409 });
    expect(await agency.act(subscriptionId, 'disable')).toMatchObject({ body: { reason: 'on-request' } });
    await agency.happen();
    await world.platform.eventually(async () => expect(await agency.deliveries(subscriptionId)).toHaveLength(1));
    expect(await agency.received()).toEqual([]);
    await agency.act(subscriptionId, 'enable');
    await agency.untilTaken(1);
  });

  test('an agency has twenty at most', async () => {
    for (let n = 0; n < 20; n += 1) expect((await agency.subscribe()).status).toBe(201);
    expect(await agency.subscribe()).toMatchObject({ status: 422, body: { code: 'subscription.too-many' } });
  });
});

const doors = [
  ['POST', '/grants'],
  ['POST', '/grants/g-1/revoke'],
  ['GET', '/grants'],
  ['POST', '/subscriptions'],
  ['GET', '/subscriptions'],
  ['GET', '/subscriptions/s-1'],
  ['POST', '/subscriptions/s-1/rotate-secret'],
  ['POST', '/subscriptions/s-1/enable'],
  ['POST', '/subscriptions/s-1/disable'],
  ['POST', '/subscriptions/s-1/replay'],
  ['GET', '/subscriptions/s-1/deliveries'],
  ['POST', '/inbound-events'],
] as const;

describe('nobody comes in', () => {
  test.each(doors)('%s %s without a token, or with another role', async (method, path) => {
    const officer = world.platform.as({ role: 'street-officer', division: '330302006', staffNo: 'SO-1' });
    for (const [client, status] of [
      [world.platform.anonymous, 401],
      [officer, 403],
    ] as const) {
      const answer = method === 'GET' ? client.get('subscriptions', path) : client.post('subscriptions', path);
      expect((await answer).status).toBe(status);
    }
  });

  test('an engineer whose token names no agency', async () => {
    const nobody = world.platform.as({ role: 'agency-engineer' });
    expect(await nobody.get('subscriptions', '/subscriptions')).toMatchObject({ status: 403 });
  });
});
