import { randomUUID } from 'node:crypto';
import { Instant } from '@minzheng/types';
import type { CloudEvent, NewEvent } from '@minzheng/types';
import type { RawRecord } from './topic-collector.ts';

/** What a published event is to say otherwise than a service would. */
export type EventOverrides = Partial<Omit<CloudEvent, 'data' | 'type' | 'subject' | 'partitionkey'>>;

/** A record as kafkajs sends it. */
export interface OutgoingRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: Record<string, string>;
}

/** No process whose civil clock is moved takes an event of a test for one from its future. */
const LONG_AGO = Instant.parse('2025-01-01T00:00:00.000Z');

/**
 * The event as one record in CloudEvents binary mode. Written from the standard, not with the platform's own encoder:
 * what a consumer reads here is what another system would send.
 */
export function ceRecord(event: NewEvent, sequence: number, overrides: EventOverrides = {}): OutgoingRecord {
  const [, , service = 'unknown'] = event.type.split('.');
  const attributes: Record<string, unknown> = {
    specversion: '1.0',
    id: randomUUID(),
    source: `https://platform.test/services/${service}`,
    type: event.type,
    subject: event.subject,
    time: LONG_AGO,
    partitionkey: event.key,
    sequence,
    correlationid: randomUUID(),
    personid: event.personId,
    divisioncode: event.divisionCode,
    ...overrides,
  };
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return {
    key: event.key,
    value: JSON.stringify(event.data),
    headers: {
      'content-type': 'application/json',
      ...Object.fromEntries(present.map(([name, value]) => [`ce_${name}`, String(value)])),
    },
  };
}

/** Reads a record back; undefined for one that is no CloudEvent. */
export function cloudEventOf({ headers, value }: RawRecord): CloudEvent | undefined {
  const named = Object.entries(headers).filter(([name]) => name.startsWith('ce_'));
  const { specversion, ...attributes } = Object.fromEntries(named.map(([name, text]) => [name.slice(3), text]));
  if (specversion !== '1.0' || value === null) return undefined;
  const data = jsonIn(value);
  if (data === undefined) return undefined;
  return { ...attributes, sequence: Number(attributes['sequence']), data } as unknown as CloudEvent;
}

function jsonIn(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    return undefined;
  }
}
