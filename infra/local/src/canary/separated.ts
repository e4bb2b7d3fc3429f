/** What stands between the groups of a number on a card or a form: 1 for each such byte. */
const separators = new Uint8Array(256);
for (const char of ' -._/\t') separators[char.charCodeAt(0)] = 1;

/** Bytes without what people put between digits, and where each of them stood. */
export interface Joined {
  readonly bytes: Buffer;
  /** Where the byte before `end` of the joined bytes stood. */
  placeOf(end: number): number;
}

export function joined(bytes: Uint8Array): Joined {
  const kept = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    kept[length] = byte;
    length += 1 - (separators[byte] ?? 0);
  }
  return {
    bytes: kept.subarray(0, length),
    placeOf: (end) => {
      let left = end;
      let at = -1;
      while (left > 0) {
        at += 1;
        left -= 1 - (separators[bytes[at] ?? 0] ?? 0);
      }
      return at;
    },
  };
}
