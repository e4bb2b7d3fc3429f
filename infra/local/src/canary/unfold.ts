import { constants, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/** What is folded into something folded into something. */
const DEEPEST = 3;
const MOST_BYTES = 64 * 1024 * 1024;
const SHORTEST_BASE64 = 24;

type Open = (bytes: Uint8Array) => Buffer;

/** A stream may end in the middle of what is left of it. */
const options = { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_SYNC_FLUSH };
const zstdOptions = { maxOutputLength: MOST_BYTES };

/** How a compressed stream begins, as bytes. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], open: Open])[] = [
  [[0x1f, 0x8b, 0x08], (bytes) => gunzipSync(bytes, options)],
  [[0x28, 0xb5, 0x2f, 0xfd], (bytes) => zstdDecompressSync(bytes, zstdOptions)],
  ...[0x01, 0x5e, 0x9c, 0xda].map(
    (level) => [[0x78, level], (bytes: Uint8Array) => inflateSync(bytes, options)] as const,
  ),
];

/** The same beginnings where a text holds the stream in base64. */
const IN_BASE64 = ['H4sI', 'KLUv', 'eAE', 'eF4', 'eJw', 'eNo', 'eJy', 'eNp'].map((text) => Buffer.from(text));

/** The bytes as they are, and whatever is compressed in them: gzip, zlib and zstd, raw or in base64. */
export function unfold(bytes: Buffer, depth = 0): Buffer[] {
  if (depth >= DEEPEST) return [bytes];
  const inner = [...streamsIn(bytes), ...base64StreamsIn(bytes)];
  return [bytes, ...inner.flatMap((one) => unfold(one, depth + 1))];
}

function streamsIn(bytes: Buffer): Buffer[] {
  return BEGINNINGS.flatMap(([beginning, open]) =>
    placesOf(bytes, Buffer.from(beginning)).flatMap((at) => opened(bytes.subarray(at), open)),
  );
}

function base64StreamsIn(bytes: Buffer): Buffer[] {
  const places = IN_BASE64.flatMap((beginning) => placesOf(bytes, beginning));
  return [...new Set(places)].flatMap((at) => {
    const text = runOfBase64(bytes, at);
    return text.length < SHORTEST_BASE64 ? [] : streamsAtStart(Buffer.from(text, 'base64'));
  });
}

const streamsAtStart = (bytes: Buffer): Buffer[] =>
  BEGINNINGS.filter(([beginning]) => beginning.every((byte, at) => bytes[at] === byte)).flatMap(([, open]) =>
    opened(bytes, open),
  );

function runOfBase64(bytes: Buffer, at: number): string {
  let end = at;
  while (end < bytes.length && isBase64(bytes[end] ?? 0)) end += 1;
  return bytes.toString('latin1', at, end);
}

const isBase64 = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  [0x2b, 0x2d, 0x2f, 0x5f].includes(byte);

/** Two bytes are found in anything; what does not open was no stream. */
function opened(bytes: Uint8Array, open: Open): Buffer[] {
  try {
    const inner = open(bytes);
    return inner.length === 0 ? [] : [inner];
  } catch {
    return [];
  }
}

function placesOf(bytes: Buffer, what: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(what); at >= 0; at = bytes.indexOf(what, at + 1)) places.push(at);
  return places;
}
