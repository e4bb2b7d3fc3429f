import { describe, expect, test } from '@jest/globals';
import { readSettings } from '@minzheng/service';
import { Settings } from './config.ts';

const key = Buffer.alloc(32).toString('base64');
const env = {
  MINZHENG_ENV: 'local',
  PORT: '0',
  ISSUER_URL: 'http://127.0.0.1:1',
  MONGODB_URI: 'mongodb://127.0.0.1:1',
  KAFKA_BROKERS: '127.0.0.1:1',
  MASTER_KEY: key,
  BLIND_INDEX_KEY: key,
  SMS_URL: 'http://127.0.0.1:1',
  SMS_TOKEN: 'a-token-for-the-provider',
};
const email = {
  SMTP_URL: 'smtp://127.0.0.1:1',
  SMTP_JOURNAL_URL: 'http://127.0.0.1:1',
  SMTP_TOKEN: 'a-token-for-the-relay',
  SMTP_FROM: 'notice@minzheng.example',
};

describe('what is said of the mail relay', () => {
  test('is all or nothing', () => {
    expect(readSettings(Settings, env).SMTP_URL).toBeUndefined();
    expect(readSettings(Settings, { ...env, ...email })).toMatchObject(email);
  });

  test.each(Object.keys(email))('%s alone is missing: named, and nothing starts', (name) => {
    const { [name]: _, ...rest } = email as Record<string, string>;
    expect(() => readSettings(Settings, { ...env, ...rest })).toThrow(
      new RegExp(`^${name} should be .*is not set\\.$`),
    );
  });

  test.each([
    ['SMTP_URL', 'http://127.0.0.1:1'],
    ['SMTP_TOKEN', 'short'],
    ['SMTP_FROM', 'the bureau'],
    ['SMTP_FROM', 'Bureau <notice@minzheng.example>'],
  ])('%s cannot be %j', (name, value) => {
    expect(() => readSettings(Settings, { ...env, ...email, [name]: value })).toThrow(
      new RegExp(`${name} should be .*is something else`),
    );
  });
});
