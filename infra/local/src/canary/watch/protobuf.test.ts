import { expect, test } from '@jest/globals';
import { sayProtobuf } from './protobuf.ts';

const field = (number: number, type: number): number => (number << 3) | type;
const varint = (value: bigint): number[] => {
  const bytes: number[] = [];
  for (let left = value; ; left >>= 7n) {
    const byte = Number(left & 0x7fn);
    if (left < 0x80n) return [...bytes, byte];
    bytes.push(byte | 0x80);
  }
};
const text = (number: number, value: string): number[] => {
  const bytes = [...Buffer.from(value)];
  return [field(number, 2), ...varint(BigInt(bytes.length)), ...bytes];
};

test('texts, numbers and messages within messages are said, a line each', () => {
  const inner = [...text(1, 'url.path'), ...text(2, '/people/𠮷'), field(3, 0), ...varint(19_912_345_678n)];
  const outer = [field(9, 2), ...varint(BigInt(inner.length)), ...inner, field(4, 5), 1, 0, 0, 0];
  const said = sayProtobuf(Buffer.from(outer)) ?? '';
  expect(said.split('\n')).toEqual(expect.arrayContaining(['url.path', '/people/𠮷', '19912345678', '00000001']));
});

test.each([
  ['a text that ends too early', [field(1, 2), 9, 65]],
  ['a number without an end', [field(1, 0), 0xff]],
  ['a type that there is not', [field(1, 7)]],
])('%s is no message', (_, bytes) => {
  expect(sayProtobuf(Buffer.from(bytes))).toBeUndefined();
});
