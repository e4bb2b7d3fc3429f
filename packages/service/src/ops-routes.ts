import { command, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { acceptGap, redrive } from '@minzheng/messaging';
import type { Logger } from '@minzheng/observability';
import { Refused } from '@minzheng/store';
import type { Store } from '@minzheng/store';
import { z } from 'zod';
import { runChecks } from './checks.ts';
import type { Check } from './checks.ts';

const MAX_LISTED = 1_000;
const MAX_REDRIVEN = 1_000;

/** What `/ops/*` shows and does. */
export interface OpsSettings {
  readonly service: string;
  readonly store: Store;
  readonly log: Logger;
  readonly checks: readonly Check[];
  readonly status: () => Promise<Readonly<Record<string, unknown>>>;
}

const CheckBody = z.strictObject({ name: z.string(), ok: z.boolean(), culprit: z.string().optional() });
const VerifyBody = z.strictObject({ service: z.string(), ok: z.boolean(), checks: z.array(CheckBody) });

const ParkedBody = z.object({
  id: z.string(),
  group: z.string(),
  topic: z.string(),
  partition: z.number(),
  offset: z.number(),
  key: z.string(),
  eventId: z.string().optional(),
  class: z.string(),
  err: z.string(),
  attempts: z.number(),
  st: z.number(),
  nextAt: z.number(),
  at: z.number(),
});

/** The operator's routes, the same in every service. */
export function opsRoutes(settings: OpsSettings): Route[] {
  return [
    statusRoute(settings),
    verifyRoute(settings),
    parkedRoute(settings),
    redriveRoute(settings),
    acceptGapRoute(settings),
  ];
}

function statusRoute({ service, status }: OpsSettings): Route {
  return query({
    path: '/ops/status',
    operationId: 'opsStatus',
    summary: 'Where consumers, outbox, deadlines and parked messages stand',
    roles: ['sre', 'auditor'],
    reply: { body: z.record(z.string(), z.unknown()) },
    read: async () => ({ service, ...(await status()) }),
  });
}

function verifyRoute({ service, checks, log }: OpsSettings): Route {
  return query({
    path: '/ops/verify',
    operationId: 'opsVerify',
    summary: 'Proves that nothing is lost, or names the culprit',
    roles: ['sre', 'auditor'],
    reply: { body: VerifyBody },
    read: async () => {
      const rows = await runChecks(checks, log);
      return { service, ok: rows.every(({ ok }) => ok), checks: rows };
    },
  });
}

function parkedRoute({ store }: OpsSettings): Route {
  return query({
    path: '/ops/parked',
    operationId: 'opsParked',
    summary: 'Messages set aside, without their content',
    roles: ['sre', 'auditor'],
    query: z.strictObject({
      group: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(MAX_LISTED).default(100),
    }),
    reply: { body: z.strictObject({ items: z.array(ParkedBody) }) },
    read: async ({ query: { group, limit } }) => ({
      items: await store.parked.list({ limit, ...(group !== undefined && { group }) }),
    }),
  });
}

const RedriveBody = z.union([
  z.strictObject({ ids: z.array(z.string().max(400)).min(1).max(MAX_REDRIVEN) }),
  z.strictObject({ group: z.string().min(1).max(100) }),
]);

/** The retries are the parked messages' own commits. It may run again with this transaction: what is due already stays due. */
function redriveRoute({ store }: OpsSettings): Route {
  return command({
    path: '/ops/parked/redrive',
    operationId: 'opsRedrive',
    summary: 'Tries parked messages again now, in the order of their key',
    roles: ['sre'],
    body: RedriveBody,
    reply: { status: 202, body: z.strictObject({ redriven: z.number() }) },
    decide: async (tx, { body }) => {
      const objects = 'group' in body ? [body.group] : body.ids;
      for (const object of objects)
        tx.audit({ action: 'ops.redrive', object: `parked/${object}`, purpose: 'operation' });
      return { redriven: await redrive(store, 'group' in body ? body.group : body.ids) };
    },
  });
}

const offset = z.int().min(0);
const GapBody = z.strictObject({
  group: z.string().min(1).max(100),
  topic: z.string().min(1).max(249),
  partition: z.int().min(0),
  next: offset,
  found: offset,
});

/** The gap is named whole, as `/ops/status` shows it: what has changed since is not accepted unseen. */
function acceptGapRoute({ store }: OpsSettings): Route {
  return command({
    path: '/ops/gaps/accept',
    operationId: 'opsAcceptGap',
    summary: 'Lets a group go on behind messages that are missing for good',
    roles: ['sre'],
    body: GapBody,
    reply: { status: 200, body: GapBody },
    decide: async (tx, { body }) => {
      const stands = await store.watermarks.get(body.group, body.topic, body.partition);
      if (stands !== body.next || body.found <= body.next) throw new Refused({ code: 'version.conflict' });
      acceptGap(tx, body);
      return body;
    },
  });
}
