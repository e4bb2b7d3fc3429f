import { describe, expect, test } from '@jest/globals';
import { catalogue, CaseConfirmed, PaymentSettled, topics } from '@minzheng/types';
import { describeEvents } from './async-api.ts';
import { encode } from './cloud-event.ts';

const document = describeEvents('1.2.3', catalogue);
const message = (type: string) => document.components.messages[type] as Record<string, never>;

describe('the event catalogue as AsyncAPI', () => {
  test('has a channel for each topic and a message for each event, in alphabetical order', () => {
    const names = topics().map(({ topic }) => topic);
    expect(Object.keys(document.channels)).toEqual(names.toSorted());
    expect(Object.keys(document.components.messages)).toEqual(catalogue.map(({ type }) => type).toSorted());
  });

  test('says of each event where it lives, who hears it and what order holds', () => {
    expect(document.channels[PaymentSettled.topic]).toMatchObject({
      address: 'minzheng.payments.bulk.v1',
      messages: { [PaymentSettled.type]: { $ref: `#/components/messages/${PaymentSettled.type}` } },
      bindings: { kafka: { topic: 'minzheng.payments.bulk.v1' } },
      'x-service': 'payments',
      'x-lane': 'bulk',
    });
    expect(message(PaymentSettled.type)).toMatchObject({
      summary: 'The bank has credited the payment to the beneficiary',
      bindings: { kafka: { key: { description: 'The personId' } } },
      'x-audience': 'public',
      'x-lane': 'bulk',
      'x-partition-by': 'person',
    });
    expect(message(CaseConfirmed.type)).toMatchObject({ 'x-lane': 'main', 'x-partition-by': 'subject' });
  });

  test('describes the headers that the relay writes', () => {
    const event = {
      id: 'e',
      type: 't',
      seq: 1,
      key: 'k',
      topic: 'x',
      data: Buffer.from('{}'),
      headers: { source: 's', subject: 'k', time: '2026-01-01T00:00:00.000Z', correlationid: 'c' },
    };
    const written = Object.keys(encode(event as unknown as Parameters<typeof encode>[0]).headers);
    const { CloudEventHeaders } = document.components.schemas as {
      CloudEventHeaders: { properties: object; required: string[] };
    };
    expect(Object.keys(CloudEventHeaders.properties)).toEqual(expect.arrayContaining(written));
    expect(written).toEqual(expect.arrayContaining(CloudEventHeaders.required));
  });

  test('promises what data holds, and not that nothing will be added', () => {
    expect(message(PaymentSettled.type)['payload']).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['paymentId', 'amountFen']),
      properties: { amountFen: { type: 'integer', exclusiveMinimum: 0 } },
    });
    expect(JSON.stringify(document)).not.toContain('additionalProperties');
  });
});
