import { describe, expect, test } from '@jest/globals';
import { goesBy, refusalOf } from './channels.ts';
import type { Channel, Preferences } from './channels.ts';
import { MessageClass } from './templates.ts';

const silent: Preferences = {};
const noSms: Preferences = Object.fromEntries(MessageClass.options.map((one) => [one, { sms: false }]));
const withEmail: Preferences = Object.fromEntries(MessageClass.options.map((one) => [one, { 'e-mail': true }]));

/** DOMAIN §5: who may opt out of what. */
const rows: readonly (readonly [MessageClass, Channel, boolean, boolean, boolean])[] = [
  ['STATUTORY', 'in-app', true, true, true],
  ['STATUTORY', 'sms', true, true, true],
  ['STATUTORY', 'e-mail', false, false, true],
  ['TRANSACTIONAL', 'in-app', true, true, true],
  ['TRANSACTIONAL', 'sms', true, false, true],
  ['TRANSACTIONAL', 'e-mail', false, false, true],
  ['EMERGENCY', 'in-app', true, true, true],
  ['EMERGENCY', 'sms', true, true, true],
  ['EMERGENCY', 'e-mail', false, false, true],
  ['INFORMATIONAL', 'in-app', true, true, true],
  ['INFORMATIONAL', 'sms', true, false, true],
  ['INFORMATIONAL', 'e-mail', false, false, true],
];

describe('which message goes by which channel', () => {
  test.each(rows)(
    '%s by %s: nothing chosen %s, SMS declined %s, e-mail agreed to %s',
    (messageClass, channel, unsaid, declined, agreed) => {
      expect(goesBy(messageClass, channel, silent)).toBe(unsaid);
      expect(goesBy(messageClass, channel, noSms)).toBe(declined);
      expect(goesBy(messageClass, channel, withEmail)).toBe(agreed);
    },
  );

  test('what is agreed to for one class is not for another', () => {
    expect(goesBy('TRANSACTIONAL', 'e-mail', { STATUTORY: { 'e-mail': true } })).toBe(false);
  });
});

describe('what can be chosen', () => {
  test.each<[Preferences]>([
    [{}],
    [withEmail],
    [{ STATUTORY: { 'e-mail': false } }],
    [{ TRANSACTIONAL: { sms: false }, INFORMATIONAL: { sms: false } }],
  ])('%j', (chosen) => expect(refusalOf(chosen)).toBeUndefined());

  test('not the SMS of what the law prescribes, neither on nor off; each place is named', () => {
    expect(refusalOf({ STATUTORY: { sms: false }, EMERGENCY: { sms: true }, TRANSACTIONAL: { sms: false } })).toEqual({
      code: 'contact.channel-not-optional',
      errors: [
        { pointer: '/STATUTORY/sms', code: 'contact.channel-not-optional' },
        { pointer: '/EMERGENCY/sms', code: 'contact.channel-not-optional' },
      ],
    });
  });
});
