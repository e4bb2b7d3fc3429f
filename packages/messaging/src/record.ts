/** A message on its way to Kafka. `topic` is the name in the catalogue; the bus puts its prefix before it. */
export interface OutgoingRecord {
  readonly topic: string;
  /** Always there for an event: a message without one would change its partition when it is sent again. */
  readonly key: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers: Readonly<Record<string, string | Buffer>>;
}

/** A message as Kafka gave it. Nothing about it may be trusted. */
export interface IncomingRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: ReadonlyMap<string, Buffer>;
}
