import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const answerLimitMs = 2000;
const correlation = 1;
const sizeBytes = 4;

/** A request that kafkajs has no words for: its number, version and body in Kafka's own bytes. */
export interface WireRequest {
  apiKey: number;
  apiVersion: number;
  /** Newer versions write compact arrays, and an empty byte for tagged fields at the end of each header. */
  isFlexible: boolean;
  body: Buffer;
}

/** Asks one broker once. @returns the answer after its header. @throws when it does not come within two seconds. */
export async function askBroker(address: string, request: WireRequest): Promise<Buffer> {
  const [host = '', port = ''] = address.split(':');
  const socket = createConnection({ host, port: Number(port) });
  try {
    const answer = readFrame(socket);
    socket.write(frameOf(request));
    const frame = await Promise.race([answer, outOfTime(address)]);
    return frame.subarray(sizeBytes + sizeBytes + (request.isFlexible ? 1 : 0));
  } finally {
    socket.destroy();
  }
}

function frameOf({ apiKey, apiVersion, isFlexible, body }: WireRequest): Buffer {
  const header = Buffer.alloc(10);
  header.writeInt16BE(apiKey, 0);
  header.writeInt16BE(apiVersion, 2);
  header.writeInt32BE(correlation, 4);
  // No client id.
  header.writeInt16BE(-1, 8);
  const content = Buffer.concat([header, Buffer.alloc(isFlexible ? 1 : 0), body]);
  const size = Buffer.alloc(sizeBytes);
  size.writeInt32BE(content.length);
  return Buffer.concat([size, content]);
}

async function readFrame(socket: NodeJS.ReadableStream): Promise<Buffer> {
  let read = Buffer.alloc(0);
  while (read.length < sizeBytes || read.length < sizeBytes + read.readInt32BE(0)) {
    const [part] = (await once(socket, 'data')) as [Buffer];
    read = Buffer.concat([read, part]);
  }
  return read;
}

async function outOfTime(address: string): Promise<never> {
  await delay(answerLimitMs, undefined, { ref: false });
  throw new Error(`the broker at ${address} does not answer`);
}
