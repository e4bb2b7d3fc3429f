const CONTINUES = 0x80;
const SEVEN_BITS = 0x7f;
const [VARINT, FIXED64, BYTES, FIXED32] = [0, 1, 2, 5] as const;

/**
 * All that a protobuf message says, without its schema: texts as they are, numbers as decimal digits, a line each. What could be a
 * message is read as one too. Undefined when the bytes are no message.
 */
export function sayProtobuf(bytes: Uint8Array): string | undefined {
  const lines: string[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at];
      if (byte === undefined || shift > 63n) throw new RangeError('no varint');
      at += 1;
      value |= BigInt(byte & SEVEN_BITS) << shift;
      if ((byte & CONTINUES) === 0) return value;
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('cut off');
    at += length;
    return bytes.subarray(at - length, at);
  };
  try {
    while (at < bytes.length) {
      const tag = varint();
      if (tag >> 3n === 0n) return undefined;
      lines.push(fieldOf(Number(tag & 7n), varint, take));
    }
    return lines.join('\n');
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function fieldOf(type: number, varint: () => bigint, take: (length: number) => Uint8Array): string {
  if (type === VARINT) return varint().toString();
  if (type === BYTES) {
    const part = take(Number(varint()));
    const text = Buffer.from(part).toString('utf8');
    const inner = part.length > 0 ? sayProtobuf(part) : undefined;
    return inner === undefined ? text : `${text}\n${inner}`;
  }
  if (type !== FIXED64 && type !== FIXED32) throw new RangeError('no such type');
  const fixed = take(type === FIXED64 ? 8 : 4);
  return Buffer.from(fixed.toReversed()).toString('hex');
}
