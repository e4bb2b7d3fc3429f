import type { Bus } from '@minzheng/messaging';
import type { Store } from '@minzheng/store';
import { instant } from '@minzheng/types';
import type { Check, CheckResult } from './checks.ts';
import type { Subscription } from './subscriptions.ts';

/** A deadline this late is overdue; less is the polling's own delay. */
const OVERDUE_MS = 5_000;

/** What must hold for every service (DELIVERY I8): everything told, everything heard, nothing set aside, nothing late, the audit untouched. */
export function standardChecks(store: Store, bus: Bus, subscriptions: readonly Subscription[]): Check[] {
  return [
    { name: 'outbox-published', run: () => outboxPublished(store) },
    { name: 'watermarks-at-ends', run: () => watermarksAtEnds(store, bus, subscriptions) },
    { name: 'nothing-parked', run: () => nothingParked(store) },
    { name: 'no-overdue-deadline', run: () => noOverdueDeadline(store) },
    { name: 'audit-sealed', run: () => auditSealed(store) },
  ];
}

/** Whether every event is with Kafka. */
export async function outboxPublished(store: Store): Promise<CheckResult> {
  const [row] = await store.outbox.unpublished();
  return row === undefined ? { ok: true } : { ok: false, culprit: `outbox row ${row.id} of slot ${row.slot}` };
}

async function nothingParked(store: Store): Promise<CheckResult> {
  const [row] = await store.parked.list({ limit: 1 });
  return row === undefined ? { ok: true } : { ok: false, culprit: `parked ${row.id} (${row.class})` };
}

async function noOverdueDeadline(store: Store): Promise<CheckResult> {
  const late = await store.deadlines.nextDue(instant.plus(store.clocks.civil.now(), -OVERDUE_MS));
  if (late === undefined) return { ok: true };
  return { ok: false, culprit: `deadline ${late.kind} of ${late.subject}, due ${late.dueAt}` };
}

async function auditSealed(store: Store): Promise<CheckResult> {
  const verdict = await store.audit.verify();
  return verdict.ok ? { ok: true } : { ok: false, culprit: verdict.culprit };
}

/** Whether all that Kafka has for the groups has had its effect. */
export async function watermarksAtEnds(
  store: Store,
  bus: Bus,
  subscriptions: readonly Subscription[],
): Promise<CheckResult> {
  const behind = await Promise.all(
    subscriptions.flatMap(({ group, topics }) => topics.map((topic) => offWatermarks(store, bus, group, topic))),
  );
  const [culprit] = behind.flat();
  return culprit === undefined ? { ok: true } : { ok: false, culprit };
}

/** Behind is work left over; ahead of the topic's end is a topic that was made anew. */
async function offWatermarks(store: Store, bus: Bus, group: string, topic: string): Promise<string[]> {
  const [ends, watermarks] = await Promise.all([bus.endOffsets(topic), store.watermarks.all(group)]);
  const nextOf = new Map(
    watermarks.filter((watermark) => watermark.topic === topic).map(({ partition, next }) => [partition, next]),
  );
  return ends
    .map(({ partition, first, end }) => ({ partition, end, next: nextOf.get(partition) ?? first }))
    .filter(({ next, end }) => next !== end)
    .map(({ partition, next, end }) => `${group}|${topic}|${partition} at ${next} of ${end}`);
}
