import { describe, expect, test } from '@jest/globals';
import { compareAsyncApi } from './compare-async-api.ts';
import type { Node } from './schema.ts';

const TOPIC = 'minzheng.notes.v1';
const TYPE = 'org.minzheng.notes.note.written.v1';

const payload = { type: 'object', properties: { id: { type: 'string' }, size: { type: 'integer' } }, required: ['id'] };
const headers = { type: 'object', properties: { ce_type: { const: TYPE } }, required: ['ce_type'] };
const message = { payload, headers, 'x-audience': 'public', 'x-partition-by': 'person' };

const documentOf = (
  change: object,
  messages: object = { [TYPE]: { $ref: `#/components/messages/${TYPE}` } },
): Node => ({
  channels: { [TOPIC]: { messages } },
  components: { messages: { [TYPE]: { ...message, ...change } } },
});
const before = documentOf({});

describe('a breaking change of the bus is named with its place:', () => {
  test.each<[string, Node, string, string]>([
    ['a topic removed', { channels: {} }, TOPIC, 'topic removed'],
    ['an event removed', documentOf({}, {}), `${TOPIC} ${TYPE}`, 'event removed from its topic'],
    [
      'a property removed',
      documentOf({ payload: { ...payload, properties: { id: { type: 'string' } } } }),
      `${TOPIC} ${TYPE}/size`,
      'removed',
    ],
    [
      'a property that may be missing',
      documentOf({ payload: { ...payload, required: [] } }),
      `${TOPIC} ${TYPE}/id`,
      'may be missing now',
    ],
    [
      'another type',
      documentOf({ payload: { ...payload, properties: { ...payload.properties, size: { type: 'string' } } } }),
      `${TOPIC} ${TYPE}/size`,
      'type changed from integer to string',
    ],
    [
      'a header removed',
      documentOf({ headers: { type: 'object', properties: {} } }),
      `${TOPIC} ${TYPE}, headers/ce_type`,
      'removed',
    ],
    ['no longer public', documentOf({ 'x-audience': 'internal' }), `${TOPIC} ${TYPE}`, 'is no longer public'],
    [
      'another order',
      documentOf({ 'x-partition-by': 'subject' }),
      `${TOPIC} ${TYPE}`,
      'order no longer holds per person',
    ],
  ])('%s', (_, after, place, what) => {
    expect(compareAsyncApi(before, after)).toEqual([{ place, what }]);
  });
});

describe('an addition to the bus breaks nobody:', () => {
  test.each<[string, Node]>([
    ['nothing changed', before],
    ['a property', documentOf({ payload: { ...payload, properties: { ...payload.properties, more: {} } } })],
    [
      'an event',
      documentOf(
        {},
        {
          ...(before['channels'] as Record<string, { messages: object }>)[TOPIC]?.messages,
          'org.minzheng.notes.note.lost.v1': {},
        },
      ),
    ],
    ['a topic', { ...before, channels: { ...(before['channels'] as object), 'minzheng.notes.bulk.v1': {} } }],
    ['a wider audience', documentOf({ 'x-audience': 'public' })],
  ])('%s', (_, after) => {
    expect(compareAsyncApi(before, after)).toEqual([]);
  });
});
