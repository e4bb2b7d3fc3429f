import { describe, expect, test } from '@jest/globals';
import { EmailAddress, instant, Mobile, PersonId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { changeEmail, choose, registerContact, RELEASE_WAITING, wantContact } from './contact.ts';
import type { ContactCommand } from './contact.ts';
import type { Contact, ContactStatus } from './contact-state.ts';

const at = instant.of(1_795_500_000_000);
const id = PersonId.parse('p-1');
const read = Mobile.parse('13800000101');
if (!read.ok) throw new Error('not a mobile');
const address = EmailAddress.parse('li.ming@sample.example');
if (!address.ok) throw new Error('not an address');
const email = address.value;
const told = { id, mobile: read.value, language: 'zh-CN' as const };

const states: Record<string, Contact | undefined> = {
  nobody: undefined,
  wanted: { id, status: 'wanted', changedAt: at },
  registered: { ...told, status: 'registered', changedAt: at },
};
const decide: Record<ContactCommand, (contact: Contact | undefined) => Decision<Contact>> = {
  want: (contact) => wantContact(contact, id, at),
  register: (contact) => registerContact(contact, told, at),
  amend: (contact) => changeEmail(contact, email, at),
};

const rows: readonly (readonly [string, ContactCommand, ContactStatus | undefined])[] = [
  ['nobody', 'want', 'wanted'],
  ['nobody', 'register', 'registered'],
  ['wanted', 'want', 'wanted'],
  ['wanted', 'register', 'registered'],
  ['registered', 'want', undefined],
  ['registered', 'register', 'registered'],
  ['nobody', 'amend', undefined],
  ['wanted', 'amend', undefined],
  ['registered', 'amend', 'registered'],
];

describe('every state and every command', () => {
  test.each(rows)('%s, %s → %s', (state, command, to) => {
    const decision = decide[command](states[state]);
    if (to === undefined) {
      const code = command === 'amend' ? 'contact.not-found' : 'contact.transition-not-there';
      expect(decision).toMatchObject({ ok: false, refusal: { code } });
    } else expect(decision).toMatchObject({ ok: true, state: { id, status: to } });
  });
});

test('a registered contact lets the waiting messages go at once', () => {
  expect(registerContact(states['wanted'], told, at)).toMatchObject({
    state: { mobile: '13800000101', language: 'zh-CN' },
    deadlines: [{ kind: RELEASE_WAITING, subject: id, dueAt: at }],
  });
});

describe('the address for e-mail, and what is wanted there', () => {
  const preferences = { STATUTORY: { 'e-mail': true }, TRANSACTIONAL: { sms: false } };
  const full: Contact = { ...told, status: 'registered', email, preferences, changedAt: at };

  test('stay when the number changes', () => {
    expect(registerContact(full, { ...told, language: 'en' }, at)).toMatchObject({
      state: { email, preferences, language: 'en' },
    });
  });

  test('are changed one without the other', () => {
    expect(changeEmail(full, undefined, at)).toMatchObject({ state: { email: undefined, preferences } });
    expect(choose(full, { TRANSACTIONAL: { 'e-mail': true } }, at)).toMatchObject({
      state: { email, preferences: { TRANSACTIONAL: { 'e-mail': true } } },
    });
  });

  test('never let anybody out of what the law prescribes', () => {
    expect(choose(full, { STATUTORY: { sms: false } }, at)).toMatchObject({
      ok: false,
      refusal: { code: 'contact.channel-not-optional' },
    });
  });
});
