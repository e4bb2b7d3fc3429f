import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testPlatform } from '@minzheng/testing';
import type { ServiceProcess, TestPlatform } from '@minzheng/testing';
import { PersonId, PersonRegistered } from '@minzheng/types';
import { attributesOf, startCollector } from './collector.ts';
import type { Collector, SentSpan } from './collector.ts';
import { herald } from './herald.ts';

const MAIN = new URL('./herald-main.ts', import.meta.url);
const TOPIC = PersonRegistered.topic;
const officer = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' } as const;
const MAX_LINKS = 32;
const MESSAGES = 200;
const FACT = 'people.person.registered';
const Q = PersonId.parse('q');

let platform: TestPlatform;
let collector: Collector;
let running: ServiceProcess;

beforeAll(async () => {
  platform = await testPlatform();
  collector = await startCollector();
  running = await platform.spawn(herald, MAIN, collector.environment);
}, 60_000);

afterAll(async () => {
  await platform.stop();
  collector.stop();
}, 30_000);

const named = (name: string): SentSpan[] => collector.spans.filter((span) => span.name === name);
/** The service's own chunks: the group that hears of merges reads the topic too. */
const own = (): SentSpan[] =>
  named(`process ${TOPIC}`).filter((span) => attributesOf(span)['messaging.consumer.group.name'] === 'herald');
const linkedTo = (name: string, { traceId, spanId }: SentSpan): SentSpan[] =>
  named(name).filter(({ links = [] }) => links.some((link) => link.traceId === traceId && link.spanId === spanId));
const under = (parent: SentSpan | undefined, name: string): SentSpan[] =>
  named(name).filter(({ parentSpanId }) => parentSpanId !== undefined && parentSpanId === parent?.spanId);
const traceOf = (i: number): string => `00-${(i + 1).toString(16).padStart(32, '0')}-00000000000000aa-01`;

describe('with a collector', () => {
  test('one trace leads from a request by its transaction, its outbox and Kafka to its effect', async () => {
    expect(await platform.as(officer).post('herald', '/people/p-1/announce')).toMatchObject({ status: 202 });
    const [request, publish, effect] = await platform.eventually(() => {
      const [asked] = named('POST /people/:id/announce');
      const [sent] = under(asked, `publish ${FACT}`);
      const [done] = under(sent, `process ${FACT}`);
      expect([asked, sent, done, under(asked, 'commit')[0]]).not.toContain(undefined);
      return [asked, sent, done] as [SentSpan, SentSpan, SentSpan];
    });
    expect(new Set([request, publish, effect].map(({ traceId }) => traceId)).size).toBe(1);
    expect(attributesOf(effect)).toMatchObject({
      'messaging.system': 'kafka',
      'messaging.destination.name': TOPIC,
      'messaging.consumer.group.name': 'herald',
      'cloudevents.event_type': PersonRegistered.type,
    });
  });

  test('the send and the chunk that it was part of are traces of their own with links to it', async () => {
    await platform.eventually(() => {
      const [publish] = under(named('POST /people/:id/announce')[0], `publish ${FACT}`);
      expect(linkedTo('publish', publish as SentSpan)).toHaveLength(1);
      const [chunk] = linkedTo(`process ${TOPIC}`, publish as SentSpan);
      expect(attributesOf(chunk as SentSpan)['messaging.batch.message_count']).toBeDefined();
      expect(chunk?.traceId).not.toBe(publish?.traceId);
    });
  });

  test('a span says the route, and nothing that may point to a person: no path, no address, no agent', () => {
    const [request] = named('POST /people/:id/announce');
    expect(attributesOf(request as SentSpan)).toMatchObject({ 'http.route': '/people/:id/announce' });
    const sent = JSON.stringify(collector.spans);
    for (const telling of ['p-1', 'url.path', 'client.address', 'user_agent']) expect(sent).not.toContain(telling);
  });

  test('a chunk is one span with at most 32 links, however many messages it has, and each of them one in its own trace', async () => {
    await running.stop();
    const before = own().length;
    const told = (i: number) => {
      const event = PersonRegistered.of({ subject: 'q', personId: Q, data: { personId: Q } });
      return platform.publish(event, { traceparent: traceOf(i) });
    };
    await Promise.all(Array.from({ length: MESSAGES }, (_, i) => told(i)));
    running = await platform.spawn(herald, MAIN, collector.environment);
    await platform.eventually(() => {
      const chunks = own().slice(before);
      const counts = chunks.map((span) => Number(attributesOf(span)['messaging.batch.message_count']));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(MESSAGES);
      expect(Math.max(...counts)).toBeGreaterThan(MAX_LINKS);
      expect(chunks.map(({ links = [] }) => links.length)).toEqual(counts.map((count) => Math.min(MAX_LINKS, count)));
      const effects = new Set(named(`process ${FACT}`).map(({ traceId }) => traceId));
      expect(Array.from({ length: MESSAGES }, (_, i) => effects.has(traceOf(i).slice(3, 35)))).not.toContain(false);
    });
  }, 60_000);

  test('the figures go there too', async () => {
    await platform.eventually(() => {
      for (const name of [
        'outbox_oldest_ms',
        'outbox_unpublished_events',
        'watermark_lag',
        'event_loop_delay_p99_ms',
      ]) {
        expect(collector.figures).toContain(name);
      }
    });
  });
});

test('a collector that is away is no reason to serve more slowly or to end later', async () => {
  const environment = { ...collector.environment, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' };
  const alone = await platform.spawn(herald, MAIN, environment);
  expect(await platform.as(officer).post('herald', '/people/p-2/announce')).toMatchObject({ status: 202 });
  const startedMs = performance.now();
  expect(await alone.stop()).toBe(0);
  expect(performance.now() - startedMs).toBeLessThan(15_000);
}, 60_000);
