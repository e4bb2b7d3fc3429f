import type { DivisionCode } from '../divisions.ts';
import type { PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';

/** A fact that a decision wants told; the outbox adds id, time and sequence when it is committed. */
export interface NewEvent {
  readonly type: string;
  readonly topic: string;
  /** The Kafka key: order holds per key. */
  readonly key: string;
  readonly subject: string;
  readonly personId?: PersonId;
  readonly divisionCode?: DivisionCode;
  readonly data: unknown;
}

/** A CloudEvent 1.0 with the extensions of ARCHITECTURE "Events"; `sequence` counts 1, 2, 3… per topic and subject. */
export interface CloudEvent<T = unknown> {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: Instant;
  readonly partitionkey: string;
  readonly sequence: number;
  readonly correlationid: string;
  readonly causationid?: string;
  readonly personid?: PersonId;
  readonly divisioncode?: DivisionCode;
  readonly traceparent?: string;
  readonly data: T;
}
