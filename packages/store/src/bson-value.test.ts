import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import mongoose from 'mongoose';
import { bytesOf, fromBson, toBinary, toBson } from './bson-value.ts';
import { StateInvalid } from './faults.ts';

const { BSON, Long } = mongoose.mongo;
const onDisk = (value: object): unknown => fromBson(BSON.deserialize(BSON.serialize(toBson(value) as object)));

describe('a value on its way to MongoDB', () => {
  test('has every number of a Fen field as a 64-bit integer, however deep, and no other number', () => {
    expect(
      toBson({ amountFen: 5, count: 5, monthsFen: [1, 2], byProgrammeFen: { DB: 7 }, lines: [{ wageFen: 9 }] }),
    ).toEqual({
      amountFen: Long.fromNumber(5),
      count: 5,
      monthsFen: [Long.fromNumber(1), Long.fromNumber(2)],
      byProgrammeFen: { DB: Long.fromNumber(7) },
      lines: [{ wageFen: Long.fromNumber(9) }],
    });
  });

  test.each([0.5, Number.NaN, Infinity, 2 ** 53])('is refused when its money is %d', (amountFen) => {
    expect(() => toBson({ amountFen })).toThrow(StateInvalid);
  });

  test('comes back the same from BSON, for every JSON value with money in it', () => {
    const money = fc.record({ amountFen: fc.maxSafeInteger(), monthsFen: fc.array(fc.maxSafeInteger()) });
    const json = fc
      .jsonValue({ noUnicodeString: false })
      .filter((value) => !/__proto__|\\u0000/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(money, json, (fen, other) => {
        const value = JSON.parse(JSON.stringify({ ...fen, other })) as object;
        expect(onDisk(value)).toEqual(value);
      }),
    );
  });

  test('loses its undefined fields and keeps its nulls', () => {
    expect(onDisk({ a: undefined, b: null })).toEqual({ b: null });
  });
});

test('an integer that is not safe is refused when read', () => {
  expect(() => fromBson({ amountFen: Long.MAX_VALUE })).toThrow(StateInvalid);
});

test('bytes come back as bytes, and nothing else is taken for bytes', () => {
  expect(Buffer.from(bytesOf(toBinary(Buffer.from('abc'))) ?? []).toString()).toBe('abc');
  expect(bytesOf('abc')).toBeUndefined();
});
