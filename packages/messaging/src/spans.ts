import type { SpanSpec, Step } from '@minzheng/observability';
import type { Chunk } from './chunk.ts';
import type { IncomingRecord, OutgoingRecord } from './record.ts';

/** Where `encode` puts an event's trace. */
export const TRACE_HEADER = 'ce_traceparent';
/** Longer ones are none. */
const LENGTH = 55;

/** One span per chunk that is consumed, linked to what its messages were caused by. Names: OpenTelemetry's for messaging. */
export function chunkSpan(group: string, { topic, partition, first, records }: Chunk): SpanSpec {
  return {
    name: `process ${topic}`,
    kind: 'consumer',
    attributes: {
      'messaging.system': 'kafka',
      'messaging.operation.type': 'process',
      'messaging.operation.name': 'process',
      'messaging.destination.name': topic,
      'messaging.destination.partition.id': String(partition),
      'messaging.consumer.group.name': group,
      'messaging.kafka.offset': first,
      'messaging.batch.message_count': records.length,
    },
    parents: () => traceparentsIn(records),
  };
}

/** One span per send of the relay, which may go to several topics. */
export function sendSpan(records: readonly OutgoingRecord[]): SpanSpec {
  return {
    name: 'publish',
    kind: 'producer',
    attributes: {
      'messaging.system': 'kafka',
      'messaging.operation.type': 'send',
      'messaging.operation.name': 'publish',
      'messaging.batch.message_count': records.length,
    },
    parents: () => traceparentsOf(records),
  };
}

/** One event's way from the outbox to Kafka. */
export function publishStep({ topic, headers }: OutgoingRecord): Step {
  const type = String(headers['ce_type']);
  return {
    name: `publish ${factOf(type)}`,
    kind: 'producer',
    attributes: {
      'messaging.system': 'kafka',
      'messaging.operation.type': 'create',
      'messaging.operation.name': 'publish',
      'messaging.destination.name': topic,
      'cloudevents.event_id': String(headers['ce_id']),
      'cloudevents.event_type': type,
    },
  };
}

/** What a group makes of one event. */
export function processStep(
  group: string,
  { topic, partition, offset }: IncomingRecord,
  { id, type }: { readonly id: string; readonly type: string },
): Step {
  return {
    name: `process ${factOf(type)}`,
    kind: 'consumer',
    attributes: {
      'messaging.system': 'kafka',
      'messaging.operation.type': 'process',
      'messaging.operation.name': 'process',
      'messaging.destination.name': topic,
      'messaging.destination.partition.id': String(partition),
      'messaging.consumer.group.name': group,
      'messaging.kafka.offset': offset,
      'cloudevents.event_id': id,
      'cloudevents.event_type': type,
    },
  };
}

/** `org.minzheng.applications.application.submitted.v1` as people say it: applications.application.submitted. */
const factOf = (type: string): string => type.replace(/^org\.minzheng\./, '').replace(/\.v\d+$/, '');

function* traceparentsIn(records: readonly IncomingRecord[]): Iterable<string | undefined> {
  for (const { headers } of records) {
    const value = headers.get(TRACE_HEADER);
    if (value?.length === LENGTH) yield value.toString('latin1');
  }
}

function* traceparentsOf(records: readonly OutgoingRecord[]): Iterable<string | undefined> {
  for (const { headers } of records) yield headers[TRACE_HEADER]?.toString();
}
