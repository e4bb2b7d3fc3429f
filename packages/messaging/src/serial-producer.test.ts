import { describe, expect, test } from '@jest/globals';
import { accept, fail, FakeBroker, hang, settled } from '../test/fake-broker.ts';
import type { OutgoingRecord } from './record.ts';
import { SendTimedOut, SerialProducer } from './serial-producer.ts';

const record = (value: string): OutgoingRecord => ({ topic: 't', key: 'k', value, headers: {} });
const values = (broker: FakeBroker): unknown[] => broker.written.map(({ value }) => value);

describe('a producer', () => {
  test('has one send in flight, ever, and keeps the order of the calls (row 26)', async () => {
    const broker = new FakeBroker();
    const producer = new SerialProducer(broker);
    broker.behaviours.push(async (records, log) => {
      await broker.pace.sleep(1_000);
      await accept(records, log);
    });
    const sends = ['a', 'b', 'c'].map((value) => producer.send([record(value)]));
    await settled();
    expect([broker.inFlight, values(broker)]).toEqual([1, []]);
    await broker.pace.advance(1_000);
    await Promise.all(sends);
    expect([values(broker), broker.mostInFlight, broker.opened]).toEqual([['a', 'b', 'c'], 1, 1]);
  });

  test('that is not answered within 7 s is left behind, and the next send has a new one (row 20)', async () => {
    const broker = new FakeBroker();
    const producer = new SerialProducer(broker);
    broker.behaviours.push(hang);
    const lost = producer.send([record('a')]);
    const next = producer.send([record('b')]);
    const outcome = expect(lost).rejects.toThrow(SendTimedOut);
    await broker.pace.advance(6_999);
    expect(broker.abandoned).toBe(0);
    await broker.pace.advance(1);
    await outcome;
    await next;
    expect([broker.opened, broker.abandoned, values(broker)]).toEqual([2, 1, ['b']]);
  });

  test('that failed is never used again: its sequence numbers cannot be trusted (finding 3)', async () => {
    const broker = new FakeBroker();
    const producer = new SerialProducer(broker);
    broker.behaviours.push(accept, fail);
    await producer.send([record('a')]);
    await expect(producer.send([record('b')])).rejects.toThrow('the leader is away');
    await producer.send([record('b')]);
    expect([broker.opened, broker.abandoned, values(broker)]).toEqual([2, 1, ['a', 'b']]);
  });

  test('that connects too late for its send is not kept for the next', async () => {
    const broker = new FakeBroker();
    const open = broker.openProducer.bind(broker);
    let isFirst = true;
    broker.openProducer = async () => {
      const isLate = isFirst;
      isFirst = false;
      if (isLate) await broker.pace.sleep(20_000);
      return open();
    };
    const producer = new SerialProducer(broker);
    const lost = expect(producer.send([record('a')])).rejects.toThrow(SendTimedOut);
    await broker.pace.advance(7_000);
    await lost;
    await producer.send([record('b')]);
    await broker.pace.advance(13_000);
    expect([values(broker), broker.abandoned]).toEqual([['b'], 1]);
  });

  test('that closes lets the send in flight finish', async () => {
    const broker = new FakeBroker();
    const producer = new SerialProducer(broker);
    broker.behaviours.push(async (records, log) => {
      await broker.pace.sleep(500);
      await accept(records, log);
    });
    const send = producer.send([record('a')]);
    const closed = producer.close();
    await broker.pace.advance(500);
    await Promise.all([send, closed]);
    expect(values(broker)).toEqual(['a']);
  });
});
