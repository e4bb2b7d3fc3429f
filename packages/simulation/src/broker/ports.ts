import type { Broker } from '@minzheng/messaging';

/** The parts of messaging's broker port, by name. */
export type Producer = Awaited<ReturnType<Broker['openProducer']>>;
export type ReaderSpec = Parameters<Broker['openReader']>[0];
export type Reader = Awaited<ReturnType<Broker['openReader']>>;
export type Batch = Parameters<ReaderSpec['onBatch']>[0];
export type Position = Parameters<Reader['commit']>[0][number];
