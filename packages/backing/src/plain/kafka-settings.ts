/** One broker that is also a controller, as `server.properties` needs it. */
export interface KafkaNode {
  id: number;
  port: number;
  controllerPort: number;
  dataDir: string;
}

const largestMessageBytes = 1_048_576;

/** The text of one node's `server.properties`: replication as in production as far as the number of brokers allows. */
export function kafkaProperties(node: KafkaNode, all: readonly KafkaNode[]): string {
  const copies = Math.min(3, all.length);
  const inSync = Math.max(1, copies - 1);
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': node.id,
    'controller.quorum.voters': all.map((one) => `${one.id}@127.0.0.1:${one.controllerPort}`).join(','),
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${node.port},CONTROLLER://127.0.0.1:${node.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${node.port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': node.dataDir,
    ...clusterSettings(copies, inSync),
    // Memory and files for a laptop, where 50 offset partitions of ten megabytes of index each would be felt.
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.num.partitions': 4,
    'log.index.size.max.bytes': 1_048_576,
    'log.cleaner.dedupe.buffer.size': 16_777_216,
    'log.cleaner.threads': 1,
    'background.threads': 2,
    'num.recovery.threads.per.data.dir': 2,
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  return `${lines.join('\n')}\n`;
}

/** What a container and a plain process share. */
export function clusterSettings(copies: number, inSync: number): Record<string, string | number | boolean> {
  return {
    'default.replication.factor': copies,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': inSync,
    'unclean.leader.election.enable': false,
    'auto.create.topics.enable': false,
    'num.partitions': 6,
    'log.message.timestamp.type': 'CreateTime',
    'message.max.bytes': largestMessageBytes,
    'broker.session.timeout.ms': 6000,
    // By default a broker waits 30 s for a controller that froze before it turns to the one elected meanwhile.
    'controller.socket.timeout.ms': 2000,
    'group.initial.rebalance.delay.ms': 0,
  };
}
