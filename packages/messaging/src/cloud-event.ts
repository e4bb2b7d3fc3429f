import type { OutboxEvent } from '@minzheng/store';
import { DivisionCode, eventByType, Instant, PersonId, unfitJson } from '@minzheng/types';
import type { CloudEvent, EventDefinition } from '@minzheng/types';
import { z } from 'zod';
import type { IncomingRecord, OutgoingRecord } from './record.ts';

/** What the data of one event may hold. An event carries facts and references; anything larger is a mistake or an attack. */
export const EVENT_LIMITS = { bytes: 1_048_576, depth: 32, names: 10_000 } as const;

/** Before each attribute's name in a record's headers. */
export const PREFIX = 'ce_';
const MAX_ATTRIBUTE_BYTES = 1_024;
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

const decoder = new TextDecoder('utf-8', { fatal: true });

const reference = z.string().min(1).max(256);

/** The attributes of CloudEvents 1.0 and our extensions. A trace that makes no sense is no reason to refuse a fact. */
export const Attributes = z.object({
  specversion: z.literal('1.0'),
  id: reference,
  source: reference,
  type: reference,
  subject: reference,
  time: Instant,
  sequence: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  partitionkey: reference,
  correlationid: reference,
  causationid: reference.exactOptional(),
  personid: PersonId.exactOptional(),
  divisioncode: DivisionCode.exactOptional(),
  traceparent: z.string().regex(TRACEPARENT).optional().catch(undefined),
});

/** An event of the outbox in CloudEvents' binary mode: the data is the value, every other attribute a header. */
export function encode(event: OutboxEvent): OutgoingRecord {
  const attributes: Record<string, string> = {
    ...event.headers,
    specversion: '1.0',
    id: event.id,
    type: event.type,
    sequence: String(event.seq),
    partitionkey: event.key,
  };
  const headers = Object.entries(attributes).map(([name, value]) => [`${PREFIX}${name}`, value] as const);
  return {
    topic: event.topic,
    key: event.key,
    value: event.data,
    headers: { 'content-type': 'application/json', ...Object.fromEntries(headers) },
  };
}

/** Why a message is no event of ours. `err` names the rule and the field, never a value. */
export interface Unreadable {
  readonly class: 'poison' | 'schema' | 'unsupported';
  readonly err: string;
  readonly eventId?: string | undefined;
}

export type Decoded = { readonly ok: true; readonly event: CloudEvent } | ({ readonly ok: false } & Unreadable);

/** The event type that a message claims to be; undefined without one. Looks at nothing else. */
export function typeOf(record: IncomingRecord): string | undefined {
  return attribute(record, 'type');
}

/** The person that a message claims to be about; undefined without one. Looks at nothing else. */
export function personOf(record: IncomingRecord): string | undefined {
  return attribute(record, 'personid');
}

/**
 * Reads a message as an event of the catalogue. Never throws. Size, encoding, depth and names are checked before anything is parsed;
 * optional fields that this release does not know are left out.
 */
export function decode(record: IncomingRecord): Decoded {
  const fail = (kind: Unreadable['class'], err: string): Decoded => ({
    ok: false,
    class: kind,
    err,
    eventId: shownId(record),
  });
  const type = typeOf(record);
  const definition = type === undefined ? undefined : eventByType(type);
  if (type !== undefined && definition === undefined) return fail('unsupported', 'unknown-type');
  const json = parsed(record.value);
  if ('err' in json) return fail('poison', json.err);
  if (definition === undefined) return fail('poison', 'no-event-type');
  const attributes = Attributes.safeParse(attributesOf(record));
  if (!attributes.success) return fail('schema', described(attributes.error));
  const data = checked(definition, json.value);
  if (!data.success) return fail('schema', described(data.error, 'data'));
  const { specversion: _, traceparent, ...known } = attributes.data;
  return { ok: true, event: { ...known, ...(traceparent !== undefined && { traceparent }), data: data.data } };
}

function checked(definition: EventDefinition, value: unknown): z.ZodSafeParseResult<unknown> {
  return definition.data.safeParse(value);
}

type Json = { readonly value: unknown } | { readonly err: string };

function parsed(bytes: Buffer | null): Json {
  if (bytes === null || bytes.length === 0) return { err: 'empty' };
  if (bytes.length > EVENT_LIMITS.bytes) return { err: 'too-large' };
  try {
    const text = decoder.decode(bytes);
    const err = unfitJson(text, EVENT_LIMITS);
    return err === undefined ? { value: JSON.parse(text) as unknown } : { err };
  } catch (error) {
    return { err: error instanceof SyntaxError ? 'malformed-json' : 'not-utf-8' };
  }
}

const NAMES = Object.keys(Attributes.shape).map((name) => [name, `${PREFIX}${name}`] as const);

/** Those that are there: an absent one must not come to stand in the event as undefined. */
function attributesOf(record: IncomingRecord): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, header] of NAMES) {
    const value = textOf(record, header);
    if (value !== undefined) found[name] = value;
  }
  const { id } = found;
  if (record.key !== null) found['partitionkey'] ??= record.key.toString('utf8');
  if (id !== undefined) found['correlationid'] ??= id;
  return found;
}

function attribute(record: IncomingRecord, name: string): string | undefined {
  return textOf(record, `${PREFIX}${name}`);
}

function textOf({ headers }: IncomingRecord, header: string): string | undefined {
  const value = headers.get(header);
  return value === undefined || value.length > MAX_ATTRIBUTE_BYTES ? undefined : value.toString('utf8');
}

/** Ids of ours are letters and digits; whatever else stands there is not repeated in lists and logs. */
function shownId(record: IncomingRecord): string | undefined {
  const id = attribute(record, 'id');
  return id !== undefined && /^[A-Za-z0-9-]{1,64}$/.test(id) ? id : undefined;
}

function described(error: z.ZodError, within?: string): string {
  const [issue] = error.issues;
  const path = [...(within === undefined ? [] : [within]), ...(issue?.path ?? [])].join('.');
  return `${path} ${issue?.code ?? 'invalid'}`.slice(0, 200);
}
