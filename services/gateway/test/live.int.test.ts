import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openBus } from '@minzheng/messaging';
import type { Bus } from '@minzheng/messaging';
import { createLogger } from '@minzheng/observability';
import { Browser, eventually, testPlatform, testServers } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import {
  CaseAccepted,
  DivisionCode,
  LocalDate,
  PaymentSettled,
  PersonId,
  StaffAccessEnded,
  StaffNo,
  systemClocks,
  topics,
} from '@minzheng/types';
import { officer, openBench, releaser, resident } from './bench.ts';
import type { Account, Bench } from './bench.ts';

jest.setTimeout(90_000);

let platform: TestPlatform;
let bus: Bus;
let bench: Bench;

beforeAll(async () => {
  platform = await testPlatform();
  const log = createLogger({ service: 'test', level: 'silent' });
  const { kafkaBrokers } = testServers();
  bus = openBus(
    { brokers: kafkaBrokers, clientId: 'test', topicPrefix: platform.topicPrefix },
    { log, clocks: systemClocks },
  );
  await bus.applyTopics(topics(), { partitions: 3, replicas: 1 });
  bench = await openBench({ TOPIC_PREFIX: platform.topicPrefix, RATE_LIMIT_FACTOR: '100' });
  await bench.gateway.liveBegun;
});

afterAll(async () => {
  await bench.stop();
  await bus.close();
  await platform.stop();
});

interface Heard {
  readonly news: { type: string; subject: string }[];
  readonly text: () => string;
  leave(): void;
}

/** Reads a stream as a page's EventSource does. */
async function listen(headers: Record<string, string>): Promise<Heard> {
  const off = new AbortController();
  const response = await fetch(`${bench.url}/live`, { headers, signal: off.signal });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const news: Heard['news'] = [];
  let text = '';
  const reading = async (): Promise<void> => {
    for await (const part of response.body ?? []) {
      text += Buffer.from(part).toString('utf8');
      const lines = text.split('\n').filter((line) => line.startsWith('data: '));
      news.splice(0, news.length, ...lines.map((line) => JSON.parse(line.slice(6)) as (typeof news)[number]));
    }
  };
  void reading().catch(() => undefined);
  return { news, text: () => text, leave: () => off.abort() };
}

const subjects = ({ news }: Heard): string[] => news.map(({ subject }) => subject).toSorted();

const as = async (who: Account): Promise<Heard> => listen({ authorization: `Bearer ${await bench.tokenOf(who)}` });

const happens = (subject: string, more: { division?: string; personId?: string }): Promise<void> =>
  platform.publish(
    CaseAccepted.of({
      subject,
      personId: PersonId.parse(more.personId ?? 'p-other'),
      divisionCode: DivisionCode.parse(more.division ?? '330302006'),
      data: {
        applicationId: subject,
        caseNumber: 'LC-DB-202611-000001-8',
        programme: 'DB',
        acceptedOn: '2026-11-24',
        dueOn: '2026-12-22',
        provisional: false,
      },
    }),
  );

const settles = (subject: string, personId: string): Promise<void> =>
  platform.publish(
    PaymentSettled.of({
      subject,
      personId: PersonId.parse(personId),
      divisionCode: DivisionCode.parse('330302006'),
      data: {
        paymentId: `202511${'b'.repeat(26)}`,
        entitlementId: 'ent-1',
        origin: { kind: 'application', applicationId: 'a-1' },
        programme: 'DB',
        amountFen: 110_000,
        period: '2025-11',
        last4: '0111',
        settledOn: '2025-11-10',
      },
    }),
  );

describe('live updates', () => {
  test('reach whose person or division it is, with type and subject and nothing else', async () => {
    const [street, district, own] = await Promise.all([as(officer), as(releaser), as(resident)]);
    await happens('a-1', { division: '330302026', personId: 'p-e01' });
    await happens('a-2', { division: '330302006', personId: 'p-e02' });
    await happens('a-3', { division: '330303001', personId: 'p-e03' });
    await eventually(() => expect(subjects(district)).toEqual(['a-1', 'a-2']));
    await eventually(() => expect([subjects(street), subjects(own)]).toEqual([['a-2'], ['a-1']]));
    expect(own.news[0]).toEqual({ type: CaseAccepted.type, subject: 'a-1' });
    expect(own.text()).not.toContain('LC-DB');
    for (const heard of [street, district, own]) heard.leave();
  });

  test('come to every process of the gateway', async () => {
    const other = await bench.another();
    await other.liveBegun;
    const here = await as(resident);
    const headers = { authorization: `Bearer ${await bench.tokenOf(resident)}` };
    const there = await fetch(`${other.url}/live`, { headers });
    await happens('a-9', { personId: 'p-e01' });
    await eventually(() => expect(here.news.map(({ subject }) => subject)).toContain('a-9'));
    let text = '';
    for await (const part of there.body ?? []) {
      text += Buffer.from(part).toString('utf8');
      if (text.includes('a-9')) break;
    }
    expect(text).toContain('a-9');
    here.leave();
  });

  test('come by cookie as well, and to nobody who is not signed in', async () => {
    expect((await fetch(`${bench.url}/live`)).status).toBe(401);
    const browser = new Browser();
    const page = await browser.open(`${bench.url}/session/sign-in`);
    await browser.submit(page, { account: resident.clientId });
    const heard = await listen({ cookie: (await browser.cookies(bench.url)).join('; ') });
    await happens('a-10', { personId: 'p-e01' });
    await eventually(() => expect(heard.news.map(({ subject }) => subject)).toEqual(['a-10']));
    heard.leave();
  });

  test('come from the bulk lane to the person alone', async () => {
    const [district, own] = await Promise.all([as(releaser), as(resident)]);
    await settles('pay-2', 'p-e02');
    await settles('pay-1', 'p-e01');
    await eventually(() => expect(own.news).toEqual([{ type: PaymentSettled.type, subject: 'pay-1' }]));
    await happens('a-11', { division: '330302006' });
    await eventually(() => expect(subjects(district)).toEqual(['a-11']));
    for (const heard of [district, own]) heard.leave();
  });

  test('are given to six pages of one person at a time', async () => {
    const pages = await Promise.all(Array.from({ length: 6 }, () => as(officer)));
    const headers = { authorization: `Bearer ${await bench.tokenOf(officer)}` };
    const seventh = await fetch(`${bench.url}/live`, { headers });
    expect([seventh.status, ((await seventh.json()) as { code: string }).code]).toEqual([429, 'live.too-many-streams']);
    for (const page of pages) page.leave();
    await eventually(async () => (await as(officer)).leave());
  });

  test('end for somebody who leaves, and do not begin again', async () => {
    const headers = { authorization: `Bearer ${await bench.tokenOf(releaser)}` };
    const open = await fetch(`${bench.url}/live`, { headers });
    const read = open.text();
    await platform.publish(
      StaffAccessEnded.of({
        subject: StaffNo.parse('FR-1'),
        divisionCode: DivisionCode.parse('330302'),
        data: { staffNo: StaffNo.parse('FR-1'), endedOn: LocalDate.parse('2026-11-24') },
      }),
    );
    expect(await read).toMatch(/^retry: 2000/);
    const again = await fetch(`${bench.url}/live`, { headers });
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([403, 'auth.access-ended']);
  });

  test('end when the gateway stops', async () => {
    const other = await bench.another();
    const headers = { authorization: `Bearer ${await bench.tokenOf(resident)}` };
    const response = await fetch(`${other.url}/live`, { headers });
    const read = response.text();
    await other.stop();
    expect(await read).toMatch(/^retry: 2000/);
  });
});
