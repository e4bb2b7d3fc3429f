import { createCipheriv, createHash } from 'node:crypto';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { canaries } from './canaries.ts';
import { givenBy } from './canary.ts';
import { needlesOf } from './needles.ts';
import { Search } from './search.ts';

const all = canaries(50, 7);
const search = new Search(
  needlesOf(
    all.flatMap((canary) => givenBy(canary)),
    [{ person: 3, kind: 'mobile', text: '{"mobile":"x"}' }],
  ),
);
const canary = all[17];
if (canary === undefined) throw new Error('fifty were asked for');
const { name, residentId, mobile, accountNumber } = canary;

const found = (bytes: Buffer | string): string[] =>
  search.find(Buffer.from(bytes as string)).map(({ person, kind, encoding }) => `${person} ${kind} ${encoding}`);
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const around = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]);
const gb = (text: string): Buffer => iconv.encode(text, 'gb18030');
const escaped = (text: string, before = '\\'): string =>
  Array.from({ length: text.length }, (_, at) => `${before}u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
const int64 = (text: string): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(text));
  return bytes;
};

describe('a value is found', () => {
  const nothing = Buffer.from('nothing to see');
  test.each<readonly [string, Buffer | string, string]>([
    ['a name as it is', around(Buffer.from(name)), '17 name UTF-8'],
    ['a name in GB 18030', around(gb(name)), '17 name GB 18030'],
    ['a name in UTF-16', around(Buffer.from(name, 'utf16le')), '17 name UTF-16LE'],
    ['a name in UTF-16, big-endian', around(utf16be(name)), '17 name UTF-16BE'],
    ['an ID in UTF-16', around(Buffer.from(residentId, 'utf16le')), '17 resident-id UTF-16LE'],
    ['a name in base64', Buffer.from(name).toString('base64'), '17 name base64 of UTF-8'],
    ['a name in base64, one byte on', Buffer.from(`"${name}`).toString('base64'), '17 name base64 of UTF-8'],
    ['a name in base64, two bytes on', Buffer.from(`{"${name}"`).toString('base64'), '17 name base64 of UTF-8'],
    ['a name of GB 18030 in base64', around(gb(name)).toString('base64'), '17 name base64 of GB 18030'],
    ['an account in base64url', Buffer.from(`??>${accountNumber}`).toString('base64url'), '17 account base64 of UTF-8'],
    ['a name in hex', Buffer.from(name).toString('hex'), '17 name hex of UTF-8'],
    ['a name of GB 18030 in capital hex', gb(name).toString('hex').toUpperCase(), '17 name hex of GB 18030'],
    ['a phone in hex', Buffer.from(mobile).toString('hex'), '17 mobile hex of UTF-8'],
    ['a name in a URL', `/find?name=${encodeURIComponent(name)}`, '17 name percent-encoded UTF-8'],
    ['a name in escapes', `{"a":"${escaped(name)}"}`, '17 name JSON escapes'],
    ['a name in escapes of escapes', JSON.stringify(escaped(name)), '17 name JSON escapes in JSON'],
    [
      'an ID with blanks',
      '330302 '.replace('330302', residentId.slice(0, 6)) + residentId.slice(6),
      '17 resident-id digits in groups',
    ],
    ['an account in fours', accountNumber.replaceAll(/(.{4})/g, '$1 '), '17 account digits in groups'],
    [
      'a phone with hyphens',
      `(${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)})`,
      '17 mobile digits in groups',
    ],
    ['a phone with its country', `tel:+86${mobile}`, '17 mobile UTF-8'],
    [
      'full-width digits',
      mobile.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      '17 mobile full-width digits',
    ],
    ['an account as a number', around(int64(accountNumber)), '17 account int64'],
    ['the end of an ID', `…${residentId.slice(-12)}`, '17 resident-id last 12 characters'],
    ['a digest without a key', createHash('sha256').update(residentId).digest('hex'), '17 resident-id sha256 in hex'],
    [
      'a digest of what it was sent in',
      createHash('sha256').update('{"mobile":"x"}').digest(),
      '3 mobile sha256 of what was sent',
    ],
    ['in gzip', Buffer.concat([nothing, gzipSync(name)]), '17 name UTF-8'],
    ['in zlib, in base64', deflateSync(gb(name)).toString('base64'), '17 name GB 18030'],
    ['in zstd, in gzip', gzipSync(zstdCompressSync(residentId)), '17 resident-id UTF-8'],
  ])('%s', (_, bytes, what) => {
    expect(found(bytes)).toContain(what);
  });
});

describe('nothing is found', () => {
  test.each<readonly [string, Buffer | string]>([
    ['in nothing', ''],
    ['in the last four digits', accountNumber.slice(-4)],
    ['in a phone with its middle hidden', `${mobile.slice(0, 3)}****${mobile.slice(7)}`],
    ['in a longer number that a phone happens to be part of', `1${mobile}`],
    ['in a longer number behind it', `${mobile}5`],
    ['in somebody else’s name', '张三'],
    ['in what is sealed', createCipheriv('aes-256-ctr', Buffer.alloc(32, 1), Buffer.alloc(16)).update(name, 'utf8')],
  ])('%s', (_, bytes) => {
    expect(found(bytes)).toEqual([]);
  });
});

test('a whole number is reported once, not by its end as well', () => {
  expect(found(residentId)).toEqual(['17 resident-id UTF-8']);
});

test('every person is told from every other, in a text that holds them all', () => {
  const text = all.map((one) => `${one.name},${one.residentId},${one.mobile},${one.accountNumber}`).join('\n');
  const people = new Set(search.find(Buffer.from(text)).map(({ person, kind }) => `${person} ${kind}`));
  expect(people.size).toBe(4 * all.length);
});

test('a needle too short to mean anything is refused', () => {
  const short = { person: 1, kind: 'name', encoding: 'UTF-8', bytes: Buffer.from('王五') } as const;
  expect(() => new Search([short])).toThrow(RangeError);
});
