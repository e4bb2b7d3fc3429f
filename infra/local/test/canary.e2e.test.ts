import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import type { Canary } from '../src/canary/canary.ts';
import { type CanaryRun, startCanaryRun } from '../src/canary/canary-run.ts';
import { channels } from '../src/canary/channels.ts';
import { linesOf, type Report } from '../src/canary/report.ts';

const PERSONS = 30;
const startLimitMs = 300_000;
const folder = mkdtempSync(join(tmpdir(), 'minzheng-canary-'));

let run: CanaryRun;
let before: Report;
let after: Report;

/** What is planted where: another person for each channel, so that what leaks from one into another is not taken for its own. */
const planted: readonly (readonly [channel: string, write: (canary: Canary) => Buffer, what: string])[] = [
  ['topics', ({ name }) => base64(iconv.encode(`{"a":"${name}"}`, 'gb18030')), 'name in base64 of GB 18030'],
  ['consumer groups', ({ mobile }) => Buffer.from(Buffer.from(mobile).toString('hex')), 'mobile in hex of UTF-8'],
  ['collections', ({ name }) => iconv.encode(name, 'gb18030'), 'name in GB 18030'],
  ['oplog', ({ residentId }) => Buffer.from(residentId), 'resident-id in UTF-8'],
  ['webhooks', ({ accountNumber }) => Buffer.from(inFours(accountNumber)), 'account in digits in groups'],
  ['audit heads', ({ name }) => Buffer.from(encodeURIComponent(name)), 'name in percent-encoded UTF-8'],
  ['bank’s own memory', ({ mobile }) => Buffer.from(mobile), 'mobile in UTF-8'],
  ['sms’s own memory', ({ residentId }) => base64(Buffer.from(residentId)), 'resident-id in base64 of UTF-8'],
  ['smtp’s own memory', ({ name }) => Buffer.from(name), 'name in UTF-8'],
  ['data-exchange’s own memory', ({ accountNumber }) => int64(accountNumber), 'account in int64'],
  ['agency’s own memory', ({ name }) => Buffer.from(name, 'utf16le'), 'name in UTF-16LE'],
  ['metrics', ({ mobile }) => Buffer.from(`+86${mobile}`), 'mobile in UTF-8'],
  ['error answers', ({ residentId }) => Buffer.from(residentId), 'resident-id in UTF-8'],
  ['mongod', ({ name }) => Buffer.from(name), 'name in UTF-8'],
  ['redis', ({ accountNumber }) => Buffer.from(accountNumber, 'utf16le').swap16(), 'account in UTF-16BE'],
  [
    'redis commands',
    ({ name }) => Buffer.from(iconv.encode(name, 'gb18030').toString('hex')),
    'name in hex of GB 18030',
  ],
  ['traces', ({ name }) => Buffer.from(escaped(name)), 'name in JSON escapes in JSON'],
  ['files', ({ residentId }) => Buffer.from(`…${residentId.slice(-12)}`), 'resident-id in last 12 characters'],
  ['processes', ({ accountNumber }) => Buffer.from(accountNumber), 'account in UTF-8'],
  [
    'logs',
    ({ mobile }) => Buffer.from(`${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`),
    'mobile in digits in groups',
  ],
];

const base64 = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('base64'));
const inFours = (digits: string): string => digits.replaceAll(/(.{4})/g, '$1-');

function int64(digits: string): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(digits));
  return bytes;
}

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** What was found in a channel of the person whose value was planted there. */
const ofPlanted = ({ leaks }: Report, channel: string): string[] => {
  const person = planted.findIndex(([name]) => name === channel);
  const own = leaks.filter((one) => one.channel === channel && one.person === person);
  return own.map(({ kind, encoding }) => `${kind} in ${encoding}`);
};

beforeAll(async () => {
  run = await startCanaryRun({ persons: PERSONS, seed: 1, localDir: join(folder, 'platform'), say: () => undefined });
  before = await run.read();
  for (const [person, [channel, write]] of planted.entries()) {
    const canary = run.canaries[person];
    if (canary !== undefined) await run.plant(channel, write(canary));
  }
  after = await run.read();
}, startLimitMs);

afterAll(async () => {
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
}, startLimitMs);

describe('thirty canaries are carried from the counter to the bank', () => {
  test('and leave nothing anywhere but at those who must be told', () => {
    expect(before.leaks).toEqual([]);
    expect(linesOf(before).at(-1)).toMatch(/^no leak: 30 persons, 180 values in \d+ encodings, 20 channels$/);
  });

  test('every party that must be told has been told', () => {
    expect(before.notReached).toEqual([]);
  });

  test.each(channels.map(({ name }) => name))('there was something to be read: %s', (name) => {
    expect(before.channels.find(({ channel }) => channel === name)?.bytes).toBeGreaterThan(0);
  });
});

describe('a leak is found', () => {
  test('in every channel there is', () => {
    expect(planted.map(([channel]) => channel).toSorted()).toEqual(channels.map(({ name }) => name).toSorted());
  });

  test.each(planted)('%s', (channel, _, what) => {
    expect(ofPlanted(after, channel)).toContain(what);
  });

  test('and reported without the value', () => {
    const lines = linesOf(after);
    expect(lines.at(-1)).toMatch(/^\d+ leaks: 30 persons/);
    for (const { name, residentId, mobile, email, accountNumber } of run.canaries)
      for (const value of [name, residentId, mobile, email, accountNumber])
        expect(lines.join('\n')).not.toContain(value);
  });
});
