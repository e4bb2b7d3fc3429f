import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startNotes } from './notes-service.ts';
import type { NotesService } from './notes-service.ts';

let notes: NotesService;

beforeAll(async () => {
  notes = await startNotes();
});

afterAll(() => notes.stop());

/** Sends bytes as they are, slowly if told so, and gives all that comes back until the other side closes. */
async function exchange(parts: readonly string[], pauseMs = 0): Promise<string> {
  const socket = connect(Number(new URL(notes.url).port), '127.0.0.1');
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  for (const part of parts) {
    if (socket.destroyed) break;
    socket.write(part);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await closed;
  return Buffer.concat(received).toString('utf8');
}

const oneByOne = (count: number): string[] => Array.from({ length: count }, () => 'a');

describe('what never becomes a request is answered by a problem and its connection closed', () => {
  test.each([
    ['junk', ['\u0016\u0003\u0001 this is not HTTP\r\n\r\n'], 400],
    ['two lengths', ['POST /notes HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'], 400],
    [
      'a length and chunks',
      ['POST /notes HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}'],
      400,
    ],
    ['100,000 bytes of headers', [`GET /notes HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`], 431],
  ])('%s', async (_, parts, status) => {
    const answer = await exchange(parts);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(answer).toMatch(/"traceId":"[0-9a-f]{32}"/);
  });

  test('headers that arrive a byte at a time', async () => {
    const answer = await exchange(['GET /notes HTTP/1.1\r\n', 'X-Slow: ', ...oneByOne(30)], 50);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });

  test('a body that arrives a byte at a time', async () => {
    const token = await notes.issuer.token({ role: 'street-officer', division: '330302006', staffNo: 'SO-1' });
    const head = `POST /notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: slow\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n`;
    const answer = await exchange([head, '{"text":"', ...oneByOne(40)], 50);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });

  test('and the door stays open for everybody else', async () => {
    expect((await fetch(`${notes.url}/livez`)).status).toBe(200);
  });
});
