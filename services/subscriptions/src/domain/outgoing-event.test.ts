import { expect, test } from '@jest/globals';
import { CaseConfirmed, catalogue, DivisionCode } from '@minzheng/types';
import type { CloudEvent } from '@minzheng/types';
import { at, personId, publicEvent, yes } from '../../test/samples.ts';
import { outgoingEvent } from './outgoing-event.ts';
import { keepPublicEvent } from './public-event.ts';

test('what an agency reads is a CloudEvent with its own reference of the person', () => {
  expect(outgoingEvent(publicEvent, 'ref-1')).toEqual({
    specversion: '1.0',
    id: 'e-1',
    source: 'https://minzheng.org/services/applications',
    type: CaseConfirmed.type,
    subject: 'a-1',
    time: at,
    datacontenttype: 'application/json',
    sequence: '000000000001',
    divisioncode: '330302006',
    personref: 'ref-1',
    data: { decisionId: 'd-1' },
  });
});

test('the personId leaves nowhere, whatever field it stands in', () => {
  const event = { ...publicEvent, subject: personId, data: { personId, members: [{ of: personId }] } };
  const out = outgoingEvent(event, 'ref-1');
  expect(JSON.stringify(out)).not.toContain(`"${personId}"`);
  expect(out).toMatchObject({ subject: 'ref-1', data: { personId: 'ref-1', members: [{ of: 'ref-1' }] } });
});

const arrived: CloudEvent = {
  id: 'e-1',
  source: 'https://minzheng.org/services/applications',
  type: CaseConfirmed.type,
  subject: 'a-1',
  time: at,
  partitionkey: 'a-1',
  sequence: 1,
  correlationid: 'c-1',
  personid: personId,
  divisioncode: DivisionCode.parse('330302006'),
  data: { applicationId: 'a-1', caseNumber: 'LC-DB-202611-000001-8', decisionId: 'd-1', ruleIds: ['DB-1'] },
};

test('only the public part of an event is kept', () => {
  const kept = yes(keepPublicEvent(undefined, CaseConfirmed, arrived, at));
  expect(Object.keys(kept.data)).not.toContain('caseNumber');
  expect(kept).toMatchObject({ eventId: 'e-1', sequence: 1, distributed: false, personId });
});

test('the same event again changes nothing; another one in its place is refused', () => {
  const kept = yes(keepPublicEvent(undefined, CaseConfirmed, arrived, at));
  expect(keepPublicEvent(kept, CaseConfirmed, arrived, at)).toBe('ignore');
  expect(keepPublicEvent(kept, CaseConfirmed, { ...arrived, id: 'e-2' }, at)).toMatchObject({ ok: false });
});

test('an internal event can never be kept', () => {
  const internal = catalogue.filter(({ audience }) => audience === 'internal');
  expect(internal.length).toBeGreaterThan(0);
  for (const definition of internal) {
    expect(() => keepPublicEvent(undefined, definition, arrived, at)).toThrow(TypeError);
  }
});
