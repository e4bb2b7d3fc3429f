import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';

const LENGTH_BYTES = 4;

/** Pieces of bytes kept on the disk one after another, so that what is watched for minutes needs no memory. */
export class Spool {
  readonly #file: string;
  readonly #out: WriteStream;
  #bytes = 0;

  constructor(file: string) {
    this.#file = file;
    this.#out = createWriteStream(file, { mode: 0o600 });
  }

  add(piece: Uint8Array): void {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(piece.length);
    this.#out.write(length);
    this.#out.write(piece);
    this.#bytes += LENGTH_BYTES + piece.length;
  }

  /** Everything that was added so far; more may be added meanwhile. */
  async *read(): AsyncGenerator<Buffer> {
    const end = this.#bytes;
    await new Promise<void>((written) => this.#out.write(Buffer.alloc(0), () => written()));
    if (end === 0) return;
    let left = Buffer.alloc(0);
    for await (const chunk of createReadStream(this.#file, { end: end - 1 })) {
      left = Buffer.concat([left, chunk as Buffer]);
      for (let piece = pieceOf(left); piece !== undefined; piece = pieceOf(left)) {
        yield piece;
        left = left.subarray(LENGTH_BYTES + piece.length);
      }
    }
    if (left.length > 0) throw new Error(`${this.#file} ends in the middle of a piece`);
  }

  async close(): Promise<void> {
    this.#out.end();
    await once(this.#out, 'close');
  }
}

function pieceOf(bytes: Buffer): Buffer | undefined {
  if (bytes.length < LENGTH_BYTES) return undefined;
  const end = LENGTH_BYTES + bytes.readUInt32BE(0);
  return bytes.length < end ? undefined : bytes.subarray(LENGTH_BYTES, end);
}
