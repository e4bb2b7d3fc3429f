import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Running } from '@minzheng/service';
import { testPlatform } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import { herald } from './herald.ts';
import { lateKafka } from './late-kafka.ts';
import type { LateKafka } from './late-kafka.ts';

const BUDGET = 3;
const officer = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' } as const;
const sre = { role: 'sre', staffNo: 'SRE-1' } as const;

let platform: TestPlatform;
let kafka: LateKafka;
let running: Running;

beforeAll(async () => {
  platform = await testPlatform();
  const [broker = ''] = platform.servers.kafkaBrokers;
  kafka = await lateKafka(broker);
  running = await platform.start(herald, { KAFKA_BROKERS: kafka.address, OUTBOX_BUDGET_EVENTS: String(BUDGET) });
}, 60_000);

afterAll(async () => {
  await platform.stop();
  await kafka.stop();
}, 30_000);

let asked = 0;
const announce = () =>
  platform
    .as(officer)
    .post<{ code?: string }>('herald', `/people/p-${(asked += 1)}/announce`, {}, { isPatient: false });
const figures = async (): Promise<string> => await (await fetch(`${running.url}/metrics`)).text();
const unpublished = (): Promise<number> => platform.database('herald').collection('outbox').countDocuments({ st: 0 });

describe('with Kafka away', () => {
  test('commands are taken up to the outbox budget, then refused with a code and a time to come back', async () => {
    for (let i = 0; i <= BUDGET; i += 1) expect(await announce()).toMatchObject({ status: 202 });
    const refused = await platform.eventually(async () => {
      const answer = await announce();
      expect(answer.status).toBe(503);
      return answer;
    });
    expect(refused.body.code).toBe('service.busy');
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  });

  test('nothing more is written meanwhile; queries, probes and operators go on', async () => {
    const before = await unpublished();
    expect(await announce()).toMatchObject({ status: 503 });
    expect(await unpublished()).toBe(before);
    expect(await platform.as(officer).get('herald', '/people/p-1')).toMatchObject({ status: 200 });
    expect(await platform.anonymous.get('herald', '/readyz')).toMatchObject({ status: 200 });
    expect(await platform.as(sre).get('herald', '/ops/status')).toMatchObject({ status: 200 });
    const redriven = await platform.as(sre).post('herald', '/ops/parked/redrive', { group: 'herald' });
    expect(redriven).toMatchObject({ status: 202 });
  });

  test('the figures say what waits and how often a command was refused', async () => {
    const page = await figures();
    expect(page).toMatch(/^outbox_unpublished_events [4-9]$/m);
    expect(page).toMatch(/^outbox_oldest_ms [1-9]\d*$/m);
    expect(page).toMatch(/^commands_refused\{reason="outbox"\} [1-9]/m);
    expect(page).toMatch(/^parked_waiting 0$/m);
  });

  test('once Kafka is back and the outbox drained, commands are taken again and nothing is lost', async () => {
    await kafka.comeBack();
    await platform.eventually(async () => expect(await announce()).toMatchObject({ status: 202 }), 30_000);
    await platform.eventually(async () => expect(await unpublished()).toBe(0));
    await platform.eventually(async () => {
      const { body } = await platform.as(officer).get<{ heard: number }>('herald', '/people/p-1');
      expect(body.heard).toBe(1);
    });
    await platform.eventually(async () => expect(await figures()).toMatch(/^watermark_lag\{group="herald"\} 0$/m));
  }, 60_000);
});

/** Keeps this thread from turning, without burning the processor. */
const block = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

test('a process whose event loop is late refuses commands and answers queries, until it is quick again', async () => {
  const blocking = setInterval(() => block(150), 160);
  try {
    await platform.eventually(async () => expect(await announce()).toMatchObject({ status: 503 }), 40_000);
    expect(await figures()).toMatch(/^commands_refused\{reason="loop"\} [1-9]/m);
    expect(await platform.as(officer).get('herald', '/people/p-1')).toMatchObject({ status: 200 });
  } finally {
    clearInterval(blocking);
  }
  await platform.eventually(async () => expect(await announce()).toMatchObject({ status: 202 }), 30_000);
  expect(await figures()).toMatch(/^event_loop_delay_p99_ms \d/m);
}, 90_000);
