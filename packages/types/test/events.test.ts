import { describe, expect, test } from '@jest/globals';
import * as types from '../src/index.ts';
import { CaseConfirmed, catalogue, eventByType, fen, PaymentSettled, paymentId, Period, topics } from '../src/index.ts';
import rows from './rows/events.json' with { type: 'json' };

const exported: Readonly<Record<string, unknown>> = types;

describe('the event catalogue', () => {
  test.each(rows)('$name stays where it is: type, topic, key, audience', ({ name, type, topic, key, audience }) => {
    expect(eventByType(type)).toBe(exported[name]);
    expect(eventByType(type)).toMatchObject({ type, topic, partitionBy: key, audience });
  });

  test('every event is exported under its own name, and no type is declared twice', () => {
    const values = new Set(Object.values(exported));
    expect(catalogue.filter((definition) => !values.has(definition))).toEqual([]);
    expect(new Set(catalogue.map(({ type }) => type)).size).toBe(catalogue.length);
  });

  test('every event says its fact in one sentence', () => {
    for (const { meaning } of catalogue) expect(meaning).toMatch(/^[A-Z].{10,}[^.]$/);
  });

  test('a topic is written by one service, in one lane', () => {
    const names = topics().map(({ topic }) => topic);
    expect(new Set(names).size).toBe(names.length);
    for (const { topic, service, lane } of topics()) {
      const events = catalogue.filter((definition) => definition.topic === topic);
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) expect(event).toMatchObject({ service, lane });
    }
  });

  test('a type nobody declared is not known', () => {
    expect(eventByType('org.minzheng.people.person.vanished.v1')).toBeUndefined();
  });
});

describe('what leaves the platform', () => {
  test('of a confirmed case is the decision, not the case file', () => {
    const data = CaseConfirmed.data.parse({
      applicationId: 'a-1',
      caseNumber: 'LC-DB-202611-000001-8',
      decisionId: 'd-1',
      programme: 'DB',
      monthlyFen: fen.of(130_000),
      payFrom: '2026-12',
      decidedOn: '2026-11-24',
      ruleIds: ['DB-1', 'DB-2', 'INC-4'],
      sample: true,
    });
    expect(CaseConfirmed.publicData?.(data)).toEqual({
      decisionId: 'd-1',
      programme: 'DB',
      monthlyFen: 130_000,
      payFrom: '2026-12',
      decidedOn: '2026-11-24',
      sample: true,
    });
  });

  test('of a settled payment is not even the end of the account', () => {
    const period = Period.parse('2026-12');
    const id = paymentId({ entitlementId: 'e-1', benefitMonth: period, kind: 'NORMAL', causeId: '-' });
    const data = PaymentSettled.data.parse({
      paymentId: id,
      entitlementId: 'e-1',
      origin: { kind: 'application', applicationId: 'a-1' },
      programme: 'DB',
      amountFen: 130_000,
      period,
      last4: '4565',
      settledOn: '2026-12-10',
    });
    expect(Object.keys(PaymentSettled.publicData?.(data) ?? {})).toEqual([
      'paymentId',
      'programme',
      'amountFen',
      'period',
      'settledOn',
    ]);
  });
});
