import { expect, test } from '@jest/globals';
import { AgencyCode, InboundEventId, instant, LifeEventReceived, LocalDate } from '@minzheng/types';
import { at, personId, yes } from '../../test/samples.ts';
import { PERSON_DECEASED, receiveInbound } from './inbound-event.ts';

const now = { at, today: instant.civilDate(at) };
const told = {
  id: InboundEventId.parse('i-1'),
  agency: AgencyCode.parse('public-security'),
  source: 'https://ga.example.gov.cn',
  eventId: 'x-1',
  type: PERSON_DECEASED,
  personId,
  occurredOn: LocalDate.parse('2026-11-20'),
};

test('a death is told on, with the person and the day, once', () => {
  expect(receiveInbound(undefined, told, now)).toMatchObject({
    ok: true,
    events: [{ type: LifeEventReceived.type, key: personId, data: { kind: 'death', occurredOn: '2026-11-20' } }],
  });
  const known = yes(receiveInbound(undefined, told, now));
  expect(receiveInbound(known, told, now)).toMatchObject({ ok: true, events: [] });
});

test('other content under the same source and id is refused', () => {
  const known = yes(receiveInbound(undefined, told, now));
  const other = { ...told, occurredOn: LocalDate.parse('2026-11-21') };
  expect(receiveInbound(known, other, now)).toMatchObject({ refusal: { code: 'inbound-event.other-content' } });
});

test('nobody has died tomorrow', () => {
  const tomorrow = { ...told, occurredOn: LocalDate.parse('2027-01-01') };
  expect(receiveInbound(undefined, tomorrow, now)).toMatchObject({ refusal: { code: 'inbound-event.date-in-future' } });
});
