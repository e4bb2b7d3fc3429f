import { expect, test } from '@jest/globals';
import { kafkaProperties } from './kafka-settings.ts';

const node = (id: number) => ({ id, port: 9000 + id, controllerPort: 9100 + id, dataDir: `/data/node-${id}` });

test.each([
  [1, 1, 1],
  [2, 2, 1],
  [3, 3, 2],
  [5, 3, 2],
])('%i brokers keep %i copies and want %i in sync', (brokers, copies, inSync) => {
  const all = Array.from({ length: brokers }, (_, index) => node(index + 1));
  const lines = kafkaProperties(node(1), all).split('\n');
  expect(lines).toContain(`default.replication.factor=${copies}`);
  expect(lines).toContain(`offsets.topic.replication.factor=${copies}`);
  expect(lines).toContain(`min.insync.replicas=${inSync}`);
  expect(lines).toContain('unclean.leader.election.enable=false');
  expect(lines).toContain('auto.create.topics.enable=false');
});

test('every node listens on loopback only and knows all voters', () => {
  const text = kafkaProperties(node(2), [node(1), node(2)]);
  expect(text).toContain('controller.quorum.voters=1@127.0.0.1:9101,2@127.0.0.1:9102\n');
  expect(text).toContain('listeners=PLAINTEXT://127.0.0.1:9002,CONTROLLER://127.0.0.1:9102\n');
});
