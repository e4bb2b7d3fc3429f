import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { DivisionCode } from '../divisions.ts';
import { defineEvent } from './define-event.ts';

const declaration = {
  type: 'org.minzheng.shop.thing.sold.v1',
  audience: 'internal',
  meaning: 'A thing was sold',
  data: z.object({ thingId: z.string(), amountFen: z.int() }),
} as const;
const publicData = (): Record<string, unknown> => ({});
const withField =
  (data: z.ZodObject): (() => unknown) =>
  () =>
    defineEvent({ ...declaration, data });

describe('an event is declared once', () => {
  test('its type names the service, and so its topic; the bulk lane has a topic of its own', () => {
    expect(defineEvent(declaration)).toMatchObject({ service: 'shop', topic: 'minzheng.shop.v1', lane: 'main' });
    expect(defineEvent({ ...declaration, lane: 'bulk' })).toMatchObject({
      topic: 'minzheng.shop.bulk.v1',
      lane: 'bulk',
    });
  });

  test.each([
    'org.minzheng.shop.sold.v1',
    'org.minzheng.shop.thing.Sold.v1',
    'org.minzheng.shop.thing.sold.v0',
    'org.minzheng.shop.thing.sold.extra.v1',
  ] as const)('%s is no type', (type) => {
    expect(() => defineEvent({ ...declaration, type })).toThrow(TypeError);
  });

  test('a public event says what leaves the platform, an internal one has nothing to say', () => {
    expect(() => defineEvent({ ...declaration, audience: 'public' })).toThrow(/publicData/);
    expect(() => defineEvent({ ...declaration, publicData })).toThrow(/publicData/);
    expect(defineEvent({ ...declaration, audience: 'public', publicData })).toMatchObject({ publicData });
  });

  test.each([
    'name',
    'fullName',
    'payee_name',
    'residentId',
    'idNumber',
    'idCard',
    'phone',
    'phoneNumber',
    'mobile',
    'telephone',
    'email',
    'e-mail',
    'address',
    'homeAddress',
    'accountNumber',
    'acctNo',
    'cardNumber',
    'bankCard',
    'birthDate',
    'dateOfBirth',
  ])('a field %j is personal data and stops the process as the module loads', (field) => {
    expect(withField(z.object({ [field]: z.string() }))).toThrow(/personal data/);
  });

  test.each<[string, z.ZodObject]>([
    ['an object within', z.object({ who: z.object({ name: z.string() }) })],
    ['a list', z.object({ members: z.array(z.object({ phone: z.string() })) })],
    ['an optional part', z.object({ who: z.object({ mobile: z.string() }).optional() })],
    ['a choice', z.object({ to: z.union([z.string(), z.object({ email: z.string() })]) })],
    ['an open record', z.object({ facts: z.record(z.string(), z.string()) })],
    ['an open object', z.looseObject({ thingId: z.string() })],
    ['anything at all', z.object({ thing: z.unknown() })],
  ])('nor can it hide in %s', (_, data) => {
    expect(withField(data)).toThrow(/personal data/);
  });

  test('ids, divisions and the last four digits are references, not personal data', () => {
    const data = z.object({ personId: PersonId, accountId: z.string(), last4: z.string(), divisionCode: DivisionCode });
    expect(withField(data)).not.toThrow();
  });
});

describe('stating a fact', () => {
  const data = { thingId: 't-1', amountFen: 5 };
  const sold = defineEvent(declaration);
  const soldTo = defineEvent({ ...declaration, partitionBy: 'person' });
  const personId = PersonId.parse('p-1');

  test('is ordered by its subject, or by the person where declared so', () => {
    expect(sold.of({ subject: 't-1', data })).toEqual({
      type: 'org.minzheng.shop.thing.sold.v1',
      topic: 'minzheng.shop.v1',
      key: 't-1',
      subject: 't-1',
      data,
    });
    expect(soldTo.of({ subject: 't-1', personId, data })).toMatchObject({ key: 'p-1', subject: 't-1', personId });
  });

  test('without the key that orders it is a bug', () => {
    expect(() => soldTo.of({ subject: 't-1', data })).toThrow(/ordered by person/);
    expect(() => sold.of({ subject: '', data })).toThrow(/ordered by subject/);
  });

  test('that the schema does not know is a bug, and what it does not name never leaves', () => {
    expect(() => sold.of({ subject: 't-1', data: { ...data, amountFen: 0.5 } })).toThrow(z.ZodError);
    const more = { ...data, whisper: 'secret' };
    expect(sold.of({ subject: 't-1', data: more }).data).toEqual(data);
  });
});
