import { describe, expect, test } from '@jest/globals';
import { readSettings, SettingsInvalid } from './read-settings.ts';
import { BaseSettings, hostOf } from './settings.ts';

const key = Buffer.alloc(32, 7).toString('base64');

const good = {
  MINZHENG_ENV: 'local',
  PORT: '8101',
  MONGODB_URI: 'mongodb://127.0.0.1:27117/?replicaSet=rs0',
  KAFKA_BROKERS: '127.0.0.1:9192, 127.0.0.1:9193',
  ISSUER_URL: 'http://127.0.0.1:8081',
  MASTER_KEY: key,
  BLIND_INDEX_KEY: key,
  HOME: '/somewhere',
};

const read = (changes: Record<string, string | undefined>): BaseSettings =>
  readSettings(BaseSettings, { ...good, ...changes });

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('settings', () => {
  test('are read into values, with the defaults of those that are no secrets', () => {
    expect(read({})).toEqual({
      MINZHENG_ENV: 'local',
      PORT: 8101,
      MONGODB_URI: good.MONGODB_URI,
      KAFKA_BROKERS: ['127.0.0.1:9192', '127.0.0.1:9193'],
      TOPIC_PREFIX: '',
      ISSUER_URL: good.ISSUER_URL,
      OUTBOX_SLOTS: 1,
      OUTBOX_BUDGET_EVENTS: 100_000,
      MASTER_KEY: Buffer.alloc(32, 7),
      BLIND_INDEX_KEY: Buffer.alloc(32, 7),
      LOG_LEVEL: 'info',
    });
  });

  test.each([
    ['PORT', '70000', 'PORT should be a port from 0 to 65535; it is something else.'],
    ['PORT', '', 'PORT should be a port from 0 to 65535; it is something else.'],
    ['PORT', undefined, 'PORT should be a port from 0 to 65535; it is not set.'],
    ['MINZHENG_ENV', 'test', 'MINZHENG_ENV should be local or production; it is something else.'],
    ['MONGODB_URI', 'localhost', 'MONGODB_URI should be the address of a MongoDB replica set; it is something else.'],
    [
      'KAFKA_BROKERS',
      ' , ',
      'KAFKA_BROKERS should be Kafka brokers as host:port, with commas between; it is something else.',
    ],
    ['MASTER_KEY', undefined, 'MASTER_KEY should be 32 bytes in base64; it is not set.'],
    ['MASTER_KEY', 'c2hvcnQ=', 'MASTER_KEY should be 32 bytes in base64; it is something else.'],
    ['CIVIL_CLOCK', 'yes', 'CIVIL_CLOCK should be a moment like 2025-10-08T01:00:00.000Z; it is something else.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL should be debug, info, warn, error or silent; it is something else.'],
  ])('%s=%s stops the start', (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(message);
  });

  test('that are wrong are named all at once, one a line', () => {
    expect(() => read({ PORT: undefined, ISSUER_URL: 'x' })).toThrow(/PORT should.*\nISSUER_URL should/);
  });

  test('never put their value into the message', () => {
    expect(thrownBy(() => read({ MASTER_KEY: 'geheim' }))).toBeInstanceOf(SettingsInvalid);
    expect(String(thrownBy(() => read({ MASTER_KEY: 'geheim' })))).not.toContain('geheim');
  });

  test('of a clock that can be moved are for a local platform only', () => {
    const CIVIL_CLOCK = '2025-10-08T01:00:00.000Z';
    expect(read({ CIVIL_CLOCK }).CIVIL_CLOCK).toBe(CIVIL_CLOCK);
    expect(() => read({ CIVIL_CLOCK, MINZHENG_ENV: 'production' })).toThrow(/CIVIL_CLOCK/);
  });

  test('of production name the witness of the audit; elsewhere it may be missing', () => {
    expect(read({}).AUDIT_WITNESS_DIR).toBeUndefined();
    expect(() => read({ MINZHENG_ENV: 'production' })).toThrow(
      'AUDIT_WITNESS_DIR should be a folder outside the database; it is not set.',
    );
  });

  test('let a local process in on the loopback address only', () => {
    expect(hostOf(read({}))).toEqual({ host: '127.0.0.1' });
    expect(hostOf(read({ MINZHENG_ENV: 'production', AUDIT_WITNESS_DIR: '/witness' }))).toEqual({});
    expect(hostOf(read({ HOST: '10.0.0.5' }))).toEqual({ host: '10.0.0.5' });
  });
});
