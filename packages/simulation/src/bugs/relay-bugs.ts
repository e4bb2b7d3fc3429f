import type { Broker } from '@minzheng/messaging';
import type { OutboxPort } from '@minzheng/store';
import type { Producer } from '../broker/ports.ts';
import type { StoreParts } from '../store/simulated-store.ts';
import type { Bug } from './bug.ts';

const withOutbox = (store: StoreParts, parts: Partial<OutboxPort>): StoreParts => ({
  commit: (cause, work) => store.commit(cause, work),
  ready: () => store.ready(),
  onCommitted: (listener) => store.onCommitted(listener),
  watermarks: store.watermarks,
  parked: store.parked,
  clocks: store.clocks,
  outbox: { ...store.outbox, ...parts },
});

const withProducer = (broker: Broker, wrap: (producer: Producer) => Producer): Broker => ({
  clientId: broker.clientId,
  log: broker.log,
  pace: broker.pace,
  openReader: (spec) => broker.openReader(spec),
  endOffsets: (topic) => broker.endOffsets(topic),
  alive: () => broker.alive(),
  openProducer: async () => wrap(await broker.openProducer()),
});

/** Mistakes on the way from the outbox to the log. */
export const relayBugs: readonly Bug[] = [
  {
    name: 'mark-before-send',
    mistake: 'rows are marked as sent when they are read',
    store: (store, { database }) =>
      withOutbox(store, {
        pending: async (slot, maxEvents) => {
          const rows = await store.outbox.pending(slot, maxEvents);
          database.forget(rows.map(({ id }) => id));
          return rows;
        },
      }),
  },
  {
    name: 'no-epoch-check',
    mistake: 'a lease is renewed and rows are marked for whoever once had the slot',
    rules: { owns: () => true },
  },
  {
    name: 'lease-ignored',
    mistake: 'a slot is given to whoever asks',
    rules: { isFree: () => true },
  },
  {
    name: 'outbox-by-last-id',
    mistake: 'the outbox is paged by the greatest id seen, so that a slow transaction with a lower one is passed over',
    store: (store) => {
      const last = new Map<number, string>();
      return withOutbox(store, {
        pending: async (slot, maxEvents) => {
          const rows = await store.outbox.pending(slot, maxEvents);
          return rows.filter(({ id }) => id > (last.get(slot) ?? ''));
        },
        markSent: async (lease, ids) => {
          await store.outbox.markSent(lease, ids);
          last.set(lease.slot, [last.get(lease.slot) ?? '', ...ids].toSorted().at(-1) ?? '');
        },
      });
    },
  },
  {
    name: 'outbox-id-by-the-clock-alone',
    mistake:
      'an outbox id does not look at the last one of its aggregate, so that a clock that goes behind puts it first',
    rules: { outboxNumber: (drawn) => drawn },
  },
  {
    name: 'outbox-beside-the-transaction',
    mistake: 'the events of a commit are written after it, not in it',
    rules: { areRowsInTheTransaction: false },
  },
  {
    name: 'two-sends-in-flight',
    mistake: 'a send is split into two that overlap in one producer',
    broker: (broker) =>
      withProducer(broker, (producer) => ({
        send: async (records) => {
          const half = Math.ceil(records.length / 2);
          const halves = [records.slice(0, half), records.slice(half)].filter(({ length }) => length > 0);
          await Promise.all(halves.map((some) => producer.send(some)));
        },
        close: () => producer.close(),
        abandon: () => producer.abandon(),
      })),
  },
  {
    name: 'acknowledged-by-the-leader-alone',
    mistake: 'a send counts as done when it has left, before the replicas have it',
    broker: (broker) =>
      withProducer(broker, (producer) => ({
        send: (records) => {
          producer.send(records).catch(() => undefined);
          return Promise.resolve();
        },
        close: () => producer.close(),
        abandon: () => producer.abandon(),
      })),
  },
  {
    name: 'producer-kept-after-a-failure',
    mistake: 'a producer in doubt is used again while its last send still goes on',
    broker: (broker) => {
      let kept: Promise<Producer> | undefined;
      return {
        ...withProducer(broker, (producer) => producer),
        openProducer: () =>
          (kept ??= broker.openProducer().then((producer) => ({
            send: (records) => producer.send(records),
            close: () => Promise.resolve(),
            abandon: () => undefined,
          }))),
      };
    },
  },
];
