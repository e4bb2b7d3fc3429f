import type { EventDefinition } from '@minzheng/types';
import { z } from 'zod';
import { Attributes, PREFIX } from './cloud-event.ts';

const KAFKA_BINDING = '0.5.0';

type Json = Readonly<Record<string, unknown>>;

/** An AsyncAPI 3.0 document, JSON all through. */
export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: Json;
  readonly defaultContentType: string;
  readonly channels: Readonly<Record<string, Json>>;
  readonly operations: Readonly<Record<string, Json>>;
  readonly components: { readonly messages: Readonly<Record<string, Json>>; readonly schemas: Json };
}

/**
 * The contract of the bus as AsyncAPI 3.0: one channel a topic, one message an event type, both in alphabetical order;
 * CloudEvents attributes stand in the record's headers (binary mode), the data is its value, its key the partitionkey.
 * Data promises what it holds and not that nothing will be added. Topic names are without the TOPIC_PREFIX of a deployment.
 */
export function describeEvents(version: string, events: readonly EventDefinition[]): AsyncApiDocument {
  const sorted = events.toSorted((a, b) => (a.type < b.type ? -1 : 1));
  const byTopic = Object.entries(Object.groupBy(sorted, ({ topic }) => topic));
  const inOrder = byTopic
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, there = []]) => [topic, there] as const);
  return {
    asyncapi: '3.0.0',
    info: { title: 'Minzheng events', version, license: { name: 'Apache-2.0' } },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(inOrder.map(([topic, there]) => [topic, channelOf(topic, there)])),
    operations: Object.fromEntries(inOrder.map(([topic, there]) => [`send.${topic}`, sendTo(topic, there)])),
    components: {
      messages: Object.fromEntries(sorted.map((event) => [event.type, messageOf(event)])),
      schemas: { CloudEventHeaders: headersOf() },
    },
  };
}

const ref = (...path: readonly string[]): Json => ({ $ref: `#/${path.join('/')}` });

function channelOf(topic: string, events: readonly EventDefinition[]): Json {
  const [{ service, lane } = {}] = events;
  return {
    address: topic,
    description: `What ${service} tells; ${service} alone produces here`,
    messages: Object.fromEntries(events.map(({ type }) => [type, ref('components', 'messages', type)])),
    bindings: { kafka: { topic, bindingVersion: KAFKA_BINDING } },
    'x-service': service,
    'x-lane': lane,
  };
}

function sendTo(topic: string, events: readonly EventDefinition[]): Json {
  return {
    action: 'send',
    summary: 'At least once, in order per key',
    channel: ref('channels', topic),
    messages: events.map(({ type }) => ref('channels', topic, 'messages', type)),
  };
}

function messageOf({ type, meaning, audience, lane, partitionBy, data }: EventDefinition): Json {
  const own = { type: 'object', properties: { [`${PREFIX}type`]: { const: type } } };
  return {
    name: type,
    title: type,
    summary: meaning,
    contentType: 'application/json',
    headers: { allOf: [ref('components', 'schemas', 'CloudEventHeaders'), own] },
    payload: schemaOf(data, 'output'),
    bindings: { kafka: { key: { type: 'string', description: KEYS[partitionBy] }, bindingVersion: KAFKA_BINDING } },
    'x-audience': audience,
    'x-lane': lane,
    'x-partition-by': partitionBy,
  };
}

const KEYS = { subject: 'The subject', person: 'The personId' } as const;

function headersOf(): Json {
  const { properties = {}, required = [] } = schemaOf(Attributes, 'input') as {
    properties?: Json;
    required?: string[];
  };
  const named = Object.entries(properties).map(([name, schema]) => [`${PREFIX}${name}`, schema] as const);
  return {
    type: 'object',
    properties: { 'content-type': { const: 'application/json' }, ...Object.fromEntries(named) },
    required: ['content-type', ...required.map((name) => `${PREFIX}${name}`)],
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return rest;
}
