import type { Forger } from './wire.ts';

const PRODUCE = 0;
const SIZE_BYTES = 4;

/**
 * Answers to produce requests that bear an error code where the broker had written 0: it has the messages and says that it has not.
 * `next` gives the code for the next answer, or undefined to leave it alone.
 */
export function produceErrors(next: () => number | undefined): Forger {
  const asking = new Set<number>();
  const requests = new Frames();
  const answers = new Frames();
  return {
    asked: (piece) => {
      for (const frame of requests.take(piece))
        if (frame.readInt16BE(SIZE_BYTES) === PRODUCE) asking.add(frame.readInt32BE(8));
    },
    answered: (piece) =>
      Buffer.concat(
        answers.take(piece).map((frame) => {
          const code = asking.delete(frame.readInt32BE(SIZE_BYTES)) ? next() : undefined;
          return code === undefined ? frame : withError(frame, code);
        }),
      ),
  };
}

/** Of the first partition of the first topic: size, correlation id, topics, the topic's name, partitions, the partition's number. */
function withError(frame: Buffer, code: number): Buffer {
  const forged = Buffer.from(frame);
  const nameBytes = frame.readInt16BE(12);
  forged.writeInt16BE(code, 14 + nameBytes + 4 + 4);
  return forged;
}

/** Kafka's messages, whole, out of the pieces that TCP makes of them. */
class Frames {
  private rest = Buffer.alloc(0);

  take(piece: Buffer): Buffer[] {
    const frames: Buffer[] = [];
    this.rest = Buffer.concat([this.rest, piece]);
    while (this.rest.length >= SIZE_BYTES && this.rest.length >= SIZE_BYTES + this.rest.readInt32BE(0)) {
      const end = SIZE_BYTES + this.rest.readInt32BE(0);
      frames.push(this.rest.subarray(0, end));
      this.rest = this.rest.subarray(end);
    }
    return frames;
  }
}
