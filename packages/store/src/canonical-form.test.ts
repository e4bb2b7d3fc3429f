import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { canonical } from './canonical-form.ts';

const { Binary, Long } = mongoose.mongo;

const TEXT = '{"a":{"c":["x",{"e":"z","f":"y"}],"d":"w"},"b":"v"}';

describe('the canonical form of a record', () => {
  test('is the same in whatever order its fields were set', () => {
    expect(canonical({ b: 'v', a: { d: 'w', c: ['x', { f: 'y', e: 'z' }] } })).toBe(TEXT);
    expect(canonical({ a: { c: ['x', { e: 'z', f: 'y' }], d: 'w' }, b: 'v' })).toBe(TEXT);
  });

  test('has dates as ISO, and a date is not the text that looks like it', () => {
    const date = new Date(1_772_323_200_000);
    expect(canonical({ at: date })).toBe('{"at":{"$date":"2026-03-01T00:00:00.000Z"}}');
    expect(canonical({ at: date.toISOString() })).not.toBe(canonical({ at: date }));
    expect(canonical({ at: new Date(Number.NaN) })).toBe('{"at":{"$date":"invalid"}}');
  });

  test('leaves out what MongoDB does not keep', () => {
    expect(canonical({ a: 'x\ud800', b: undefined })).toBe(canonical({ a: 'x\ufffd' }));
  });

  test.each([
    [{ a: null }, { a: 'null' }],
    [{ a: 1 }, { a: '1' }],
    [{ a: true }, { a: 'true' }],
    [{ a: Number.NaN }, { a: null }],
    [{ a: '' }, {}],
    [{ a: Long.fromString('9007199254740993') }, { a: Long.fromString('9007199254740992') }],
    [{ a: new Binary(Buffer.from('x')) }, { a: new Binary(Buffer.from('y')) }],
    [{ a: ['b,c'] }, { a: ['b', 'c'] }],
    [{ 'a":1,"b': 2 }, { a: 1, b: 2 }],
  ])('tells %j from %j', (one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});
