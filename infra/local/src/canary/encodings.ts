import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import type { Kind } from './canary.ts';

/** How a value could be written, and the bytes that it would then be. */
export interface Written {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** What is left of a number still says whose it is: birthday, sequence and check of an ID, all but the bank's prefix of a card. */
const TELLING_TAIL: Readonly<Partial<Record<Kind, number>>> = { 'resident-id': 12, account: 14 };
/** How far a full-width character stands from its ASCII one. */
const FULL_WIDTH = 0xfe_e0;
const cases = [(byte: number) => byte.toString(16), (byte: number) => byte.toString(16).toUpperCase()] as const;
const MOST_INT64 = 9_223_372_036_854_775_807n;

/** Every way in which a value is looked for. Bytes that two ways share are listed once, under the first. */
export function writtenWays(kind: Kind, text: string): Written[] {
  const found = new Map<string, Written>();
  const all = [...plain(text), ...inText(text), ...asNumber(text), ...digests(text), ...tail(kind, text)];
  for (const written of all) {
    const key = written.bytes.toString('latin1');
    if (!found.has(key)) found.set(key, written);
  }
  return [...found.values()];
}

function plain(text: string): Written[] {
  return Object.entries(charsets(text)).flatMap(([charset, bytes]) => [
    { encoding: charset, bytes },
    ...base64(charset, bytes),
    ...hex(charset, bytes),
    ...percent(charset, bytes),
  ]);
}

function charsets(text: string): Record<string, Buffer> {
  const utf16 = Buffer.from(text, 'utf16le');
  return {
    'UTF-8': Buffer.from(text, 'utf8'),
    'GB 18030': iconv.encode(text, 'gb18030'),
    'UTF-16LE': utf16,
    'UTF-16BE': Buffer.from(utf16).swap16(),
  };
}

/** Base64 of something longer, wherever in it the value begins: only the characters that it alone decides. */
function base64(charset: string, bytes: Buffer): Written[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const first = Math.ceil((before * 8) / 6);
    const decided = whole.slice(first, Math.floor(((before + bytes.length) * 8) / 6));
    return [
      ascii(`base64 of ${charset}`, decided),
      ascii(`base64url of ${charset}`, decided.replaceAll('+', '-').replaceAll('/', '_')),
    ];
  });
}

const hex = (charset: string, bytes: Buffer): Written[] => bothCases(`hex of ${charset}`, bytes.toString('hex'));

/** Of a URL, of a mail (quoted-printable), and of a log of bytes. ASCII stands in them as it is. */
function percent(charset: string, bytes: Buffer): Written[] {
  if (charset.startsWith('UTF-16')) return [];
  const marked = (mark: string, hexOf: (byte: number) => string): string =>
    [...bytes].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : mark + hexOf(byte))).join('');
  return [
    ...cases.map((inCase) => ascii(`percent-encoded ${charset}`, marked('%', inCase))),
    ...cases.map((inCase) => ascii(`quoted-printable ${charset}`, marked('=', inCase))),
    ...cases.map((inCase) => ascii(`byte escapes of ${charset}`, marked('\\x', inCase))),
  ];
}

/** As an escaped text holds it; digits are written as they are, or full-width. */
function inText(text: string): Written[] {
  const escaped = (before: string, hexOf: (unit: number) => string): string =>
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
      .map((unit) => (unit < 0x80 ? String.fromCharCode(unit) : `${before}u${hexOf(unit).padStart(4, '0')}`))
      .join('');
  const entities = (of: (point: number) => string): string =>
    Array.from(text, (char) => (char < '\u0080' ? char : `&#${of(char.codePointAt(0) ?? 0)};`)).join('');
  const wide = text.replaceAll(/[0-9X]/g, (char) => String.fromCharCode(char.charCodeAt(0) + FULL_WIDTH));
  return [
    ...cases.map((inCase) => ascii('JSON escapes', escaped('\\', inCase))),
    ...cases.map((inCase) => ascii('JSON escapes in JSON', escaped('\\\\', inCase))),
    ...cases.map((inCase) =>
      ascii(
        'hexadecimal entities',
        entities((point) => `x${inCase(point)}`),
      ),
    ),
    ascii('decimal entities', entities(String)),
    ascii('full-width digits', wide),
    ascii('small x', text.replaceAll('X', 'x')),
  ];
}

/** As BSON, a protocol or a column of numbers holds it. */
function asNumber(text: string): Written[] {
  if (!/^\d+$/.test(text) || BigInt(text) > MOST_INT64) return [];
  const [long, double] = [Buffer.alloc(8), Buffer.alloc(8)];
  long.writeBigInt64LE(BigInt(text));
  double.writeDoubleLE(Number(text));
  return [
    { encoding: 'int64', bytes: long },
    { encoding: 'int64, big-endian', bytes: Buffer.from(long.toReversed()) },
    { encoding: 'double', bytes: double },
    { encoding: 'double, big-endian', bytes: Buffer.from(double.toReversed()) },
  ];
}

/** A digest without a key hides nothing: there are only so many numbers to try. */
export function digests(text: string): Written[] {
  return ['sha256', 'sha1', 'md5'].flatMap((algorithm) => {
    const bytes = createHash(algorithm).update(text, 'utf8').digest();
    return [
      { encoding: algorithm, bytes },
      ...bothCases(`${algorithm} in hex`, bytes.toString('hex')),
      ascii(`${algorithm} in base64`, bytes.toString('base64').replaceAll('=', '')),
      ascii(`${algorithm} in base64url`, bytes.toString('base64url')),
    ];
  });
}

function tail(kind: Kind, text: string): Written[] {
  const length = TELLING_TAIL[kind];
  return length === undefined ? [] : [ascii(`last ${length} characters`, text.slice(-length))];
}

const bothCases = (encoding: string, text: string): Written[] => [
  ascii(encoding, text.toLowerCase()),
  ascii(encoding, text.toUpperCase()),
];

const ascii = (encoding: string, text: string): Written => ({ encoding, bytes: Buffer.from(text, 'utf8') });
