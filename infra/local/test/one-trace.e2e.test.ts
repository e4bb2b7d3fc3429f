import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@minzheng/testing';
import { said, type ShownSpan, TraceViewer, wayTo } from './trace-viewer.ts';
import { WholePlatform } from './whole-platform.ts';

const startLimitMs = 300_000;
const changedWithinMs = 60_000;
const arrivesWithinMs = 60_000;
const stepLimitMs = 150_000;
const folder = mkdtempSync(join(tmpdir(), 'minzheng-one-trace-'));
const street = '330302006';
const counter = 'street-officer-wuma-1';
const resident = 'resident-e01';
const household = [
  { residentId: '330302198506124011', name: '样例甲', relation: 'self' },
  { residentId: '330302198709234026', name: '样例甲妻', relation: 'spouse' },
];
const mobile = '13800000101';

let platform: WholePlatform;
let viewer: TraceViewer;
let applicationId = '';
let accepted = '';
const personIds: string[] = [];

/** What a page sends with a change: a trace that it does not keep itself. */
const pageTrace = () => {
  const [traceId, pageId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, pageId, traceparent: `00-${traceId}-${pageId}-00` };
};

/** A machine that is busy says so: the same change is then sent again under the same key, and in the same trace. */
async function change(account: string, method: string, path: string, body: unknown, traceparent?: string) {
  const asked = { body: JSON.stringify(body), key: randomUUID(), ...(traceparent !== undefined && { traceparent }) };
  return await eventually(async () => {
    const answer = await platform.ask(account, method, path, asked);
    expect([path, answer.status < 300, answer.body['code']]).toEqual([path, true, undefined]);
    return answer.body;
  }, changedWithinMs);
}

/** The spans of a trace once one of this name is among them and its way back to the page, or to where the trace begins: each process sends its own, some later. */
async function shown(traceId: string, wanted: string, pageId?: string): Promise<[ShownSpan, readonly ShownSpan[]]> {
  return await eventually(async () => {
    const spans = await viewer.trace(traceId);
    const span = spans.find((one) => said(one) === wanted);
    const isWhole = span !== undefined && wayTo(span, spans)[0]?.parentId === pageId;
    if (!isWhole) throw new Error(`no way from the page to ${wanted} among ${spans.map(said).join(', ')}`);
    return [span, spans];
  }, arrivesWithinMs);
}

beforeAll(async () => {
  platform = new WholePlatform(folder, ['--otel', '--no-demo']);
  await platform.ready();
  viewer = new TraceViewer(platform.urlOf('trace-viewer'));
  for (const { residentId, name } of household) {
    const { personId } = await change(counter, 'POST', '/people/resolve', { residentId, name });
    personIds.push(String(personId));
  }
  await change(resident, 'PUT', '/contacts/me', { mobile, language: 'zh-CN' });
}, startLimitMs);

afterAll(async () => {
  await platform.end();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('a start with --otel says where the traces are, and there they are shown', async () => {
  const url = `${platform.urlOf('trace-viewer')}/zipkin/`;
  expect(platform.lines()).toContain(`Its traces are shown at ${url}`);
  expect(await (await fetch(url)).text()).toContain('<title>Zipkin</title>');
});

describe('one trace', () => {
  test(
    'leads from the page that sends an application through the gateway to its event in Kafka',
    async () => {
      const { traceId, pageId, traceparent } = pageTrace();
      const monthsFen = Array.from({ length: 12 }, () => 0);
      const facts = { wages: [], pensions: [], otherMonthsFen: monthsFen, financialFen: 0, vehicles: 0, dwellings: 1 };
      const members = household.map(({ relation }, i) => ({ personId: personIds[i], relation }));
      const submission = { programme: 'DB', divisionCode: street, members, facts };
      ({ applicationId } = (await change(resident, 'POST', '/applications', submission, traceparent)) as never);
      const [publish, spans] = await shown(traceId, 'applications publish applications.application.submitted', pageId);
      const way = wayTo(publish, spans);
      expect(way.map(said)).toEqual([
        'gateway post /api/v1/applications',
        'applications post /applications',
        'applications publish applications.application.submitted',
      ]);
      expect(way[0]?.parentId).toBe(pageId);
    },
    stepLimitMs,
  );

  test(
    'leads from a click through gateway, transaction, outbox, Kafka, effect and job to the message sent',
    async () => {
      const { traceId, pageId, traceparent } = pageTrace();
      accepted = traceId;
      await change(counter, 'POST', `/applications/${applicationId}/accept`, {}, traceparent);
      const [received, spans] = await shown(traceId, 'sms-simulator post', pageId);
      const way = wayTo(received, spans);
      expect(way.map(said)).toEqual([
        'gateway post /api/v1/applications/:id/accept',
        'applications post /applications/:id/accept',
        'applications publish applications.case.accepted',
        'notifications process applications.case.accepted',
        'notifications job message.send',
        'notifications sms.send',
        'sms-simulator post',
      ]);
      const [gateway, door, , , job] = way;
      expect(gateway?.parentId).toBe(pageId);
      const commit = spans.find(({ name, parentId }) => name === 'commit' && parentId === door?.id);
      expect(commit?.tags['minzheng.events']).toBe('1');
      const [told] = await shown(traceId, 'notifications publish notifications.message.delivered', pageId);
      expect(told.parentId).toBe(job?.id);
    },
    stepLimitMs,
  );

  test(
    'what becomes due later is a trace of its own that names the one it follows',
    async () => {
      const moved = await fetch(`${platform.file().gatewayUrl}/local/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceTo: '2025-10-31T09:00+08:00' }),
      });
      expect(moved.status).toBe(200);
      await eventually(async () => {
        const [later = ''] = await viewer.tracesTagged('minzheng.follows', accepted);
        expect(later).toMatch(/^[0-9a-f]{32}$/);
        expect(later).not.toBe(accepted);
      }, arrivesWithinMs);
    },
    stepLimitMs,
  );

  test(
    'begins anew where what a caller sends is none',
    async () => {
      const traceparent = `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`;
      const asked = { body: '{}', key: randomUUID(), traceparent };
      const body = await eventually(async () => {
        const answer = await platform.ask(counter, 'POST', `/applications/${applicationId}/accept`, asked);
        expect([answer.status, answer.body['code']]).toEqual([409, 'application.transition-not-there']);
        return answer.body;
      }, changedWithinMs);
      expect(body['traceId']).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
      await shown(String(body['traceId']), 'applications post /applications/:id/accept');
    },
    stepLimitMs,
  );
});

test('nothing that points to a person is in any trace: no name, number, phone, token, id of a person or of a case', async () => {
  const everything = await viewer.everything();
  expect(everything).toContain('applications.case.accepted');
  const telling = [...household.flatMap(({ residentId, name }) => [residentId, name]), ...personIds];
  for (const text of [...telling, mobile, applicationId, 'Bearer', 'eyJ', resident, 'url.path', 'url.query', 'db.'])
    expect({ text, isThere: everything.includes(text) }).toEqual({ text, isThere: false });
});
