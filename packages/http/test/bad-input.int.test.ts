import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer, ProblemBody, SendOptions, TestClient, Who } from '@minzheng/testing';
import { refusals, refusalStatus } from '@minzheng/types';
import type { Language, RefusalCode } from '@minzheng/types';
import { startNotes } from './notes-service.ts';
import type { NotesService } from './notes-service.ts';

const wuma: Who = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' };
const songtai: Who = { role: 'street-officer', division: '330302026', staffNo: 'SO-2' };
const resident: Who = { role: 'resident', personId: 'p-9' };
const maker: Who = { role: 'finance-maker', division: '330302', staffNo: 'FM-1' };
const note = { personId: 'p-1', division: '330302006', text: '材料齐全' };
const languages: readonly Language[] = ['zh-CN', 'en'];

let notes: NotesService;
let open: string;
let closed: string;

beforeAll(async () => {
  notes = await startNotes();
  const officer = notes.as(wuma);
  open = (await officer.post<{ noteId: string }>('notes', '/notes', note)).body.noteId;
  closed = (await officer.post<{ noteId: string }>('notes', '/notes', note)).body.noteId;
  expect(await officer.post('notes', `/notes/${closed}/close`)).toMatchObject({ status: 200 });
  expect(await officer.post('notes', '/notes', note, { key: 'used' })).toMatchObject({ status: 201 });
});

afterAll(() => notes.stop());

interface Row {
  readonly name: string;
  readonly code: RefusalCode;
  readonly who?: Who | null;
  readonly send: (client: TestClient, options: SendOptions) => Promise<Answer<ProblemBody>>;
  readonly pointer?: string;
  /** A refusal of the domain is the command's outcome: its key row is kept, and nothing else. */
  readonly isKept?: true;
}

const write =
  (body: unknown, more: SendOptions = {}): Row['send'] =>
  (client, options) =>
    client.post('notes', '/notes', body, { ...more, headers: { ...options.headers, ...more.headers } });
const raw = (text: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Row['send'] =>
  write({}, { raw: text, headers });
const get =
  (path: string): Row['send'] =>
  (client, options) =>
    client.get('notes', path, options);
const post =
  (path: () => string): Row['send'] =>
  (client, options) =>
    client.post('notes', path(), {}, options);

const rows: readonly Row[] = [
  { name: 'malformed JSON', code: 'request.malformed-json', send: raw('{"personId":') },
  { name: 'text that is not UTF-8', code: 'request.malformed-json', send: raw(new Uint8Array([0x22, 0xff, 0x22])) },
  {
    name: 'an unknown field',
    code: 'request.unknown-field',
    send: write({ ...note, status: 'closed' }),
    pointer: '/status',
  },
  { name: 'a wrong type', code: 'request.invalid', send: write({ ...note, text: 5 }), pointer: '/text' },
  { name: 'a missing field', code: 'request.invalid', send: write({ ...note, text: undefined }), pointer: '/text' },
  { name: 'an empty body', code: 'request.invalid', send: raw(''), pointer: '/personId' },
  { name: 'a list for a body', code: 'request.invalid', send: raw('[]'), pointer: '' },
  { name: 'null for a body', code: 'request.invalid', send: raw('null'), pointer: '' },
  {
    name: 'an operator in the body',
    code: 'request.operator-not-allowed',
    send: write({ ...note, text: { $ne: null } }),
  },
  { name: 'a dotted name in the body', code: 'request.operator-not-allowed', send: write({ ...note, 'a.b': 1 }) },
  { name: '__proto__ in the body', code: 'request.unknown-field', send: raw('{"__proto__":{"roles":["sre"]}}') },
  { name: 'the same name twice', code: 'request.duplicate-key', send: raw('{"text":"a","text":"b"}') },
  { name: '5,000 levels', code: 'request.too-deep', send: raw('['.repeat(5_000) + ']'.repeat(5_000)) },
  { name: 'a list of 100,000 elements', code: 'request.body-too-large', send: raw(`[${'1,'.repeat(99_999)}1]`) },
  { name: 'a body of 2 MB', code: 'request.body-too-large', send: write({ ...note, text: 'x'.repeat(2_000_000) }) },
  {
    name: 'a gzip bomb',
    code: 'request.media-type-unsupported',
    send: raw(bytes(gzipSync(Buffer.alloc(20_000_000))), { 'content-encoding': 'gzip' }),
  },
  {
    name: 'a form',
    code: 'request.media-type-unsupported',
    send: raw('text=a', { 'content-type': 'application/x-www-form-urlencoded' }),
  },
  {
    name: 'another character set',
    code: 'request.media-type-unsupported',
    send: raw('{}', { 'content-type': 'application/json; charset=gbk' }),
  },
  { name: 'no Idempotency-Key', code: 'request.idempotency-key-missing', send: write(note, { key: null }) },
  {
    name: 'a key of 65 characters',
    code: 'request.invalid',
    send: write(note, { key: 'k'.repeat(65) }),
    pointer: '/headers/idempotency-key',
  },
  {
    name: 'a used key with another body',
    code: 'request.idempotency-key-reused',
    send: write({ ...note, text: '别的' }, { key: 'used' }),
  },
  { name: 'an operator in the query string', code: 'request.operator-not-allowed', send: get('/notes?status[$ne]=x') },
  { name: '$where in the query string', code: 'request.operator-not-allowed', send: get('/notes?$where=sleep(1000)') },
  {
    name: 'an unknown name in the query string',
    code: 'request.unknown-field',
    send: get('/notes?sort=text'),
    pointer: '/sort',
  },
  {
    name: 'a wrong value in the query string',
    code: 'request.invalid',
    send: get('/notes?status=x'),
    pointer: '/status',
  },
  { name: 'a limit above the greatest', code: 'request.invalid', send: get('/notes?limit=51'), pointer: '/limit' },
  {
    name: 'the same name twice in the query string',
    code: 'request.duplicate-key',
    send: get('/notes?status=open&status=closed'),
  },
  { name: 'no token', code: 'auth.token-missing', who: null, send: write(note) },
  {
    name: 'a token of nonsense',
    code: 'auth.token-invalid',
    who: null,
    send: write(note, { headers: { authorization: 'Bearer x.y.z' } }),
  },
  { name: 'a wrong role, before the body is looked at', code: 'auth.role-not-allowed', who: maker, send: raw('{') },
  { name: 'another street’s record', code: 'auth.outside-division', who: songtai, send: get2(() => open) },
  {
    name: 'another street’s record to change',
    code: 'auth.outside-division',
    who: songtai,
    send: post(() => `/notes/${open}/close`),
  },
  { name: 'somebody else’s record', code: 'auth.not-yours', who: resident, send: get2(() => open) },
  {
    name: 'a transition that is not there',
    code: 'application.transition-not-there',
    send: post(() => `/notes/${closed}/close`),
    isKept: true,
  },
  { name: 'a record that is not there', code: 'request.not-found', send: get('/notes/nothing') },
  { name: 'an id that cannot be one', code: 'request.not-found', send: get('/notes/%24ne') },
  { name: 'a broken escape in the path', code: 'request.not-found', send: get('/notes/%E0%A4%A') },
  { name: 'a path that is not there', code: 'request.not-found', send: get('/elsewhere') },
  {
    name: 'a method that is not there',
    code: 'request.method-not-allowed',
    send: (client, options) => client.put('notes', '/notes', note, options),
  },
];

function bytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}

function get2(id: () => string): Row['send'] {
  return (client, options) => client.get('notes', `/notes/${id()}`, options);
}

describe('bad input is refused by one stable code, in the caller’s language, with nothing half written', () => {
  describe.each(rows)('$name', ({ code, who = wuma, send, pointer, isKept }) => {
    test.each(languages)('%s', async (language) => {
      const before = await notes.counts();
      const client = notes.as(who ?? undefined);
      const { status, headers, body } = await send(client, { headers: { 'accept-language': language } });
      expect(body).toMatchObject({ code, status: refusalStatus(code), title: refusals[code][language] });
      expect(status).toBe(refusalStatus(code));
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(headers.get('content-language')).toBe(language);
      expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(JSON.stringify(body)).not.toMatch(/at .*\.ts|node_modules|Mongo/);
      if (pointer !== undefined) expect(body.errors?.map((error) => error.pointer)).toContain(pointer);
      const kept = isKept ? { idempotency_keys: (before['idempotency_keys'] ?? 0) + 1 } : {};
      expect(await notes.counts()).toEqual({ ...before, ...kept });
    });
  });
});

describe('what the headers of a refusal say', () => {
  test('405 names the methods that are there', async () => {
    const { headers } = await notes.as(wuma).delete('notes', '/notes');
    expect(headers.get('allow')).toBe('POST, GET');
  });

  test('401 asks for a bearer token', async () => {
    const { headers } = await notes.as(undefined).get('notes', '/notes');
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  test('the traceId is the caller’s own trace', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { body } = await notes.as(undefined).get('notes', '/notes', { headers: { traceparent } });
    expect(body.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });
});

describe('a bug', () => {
  beforeEach(() => void (notes.lines.length = 0));

  test('reads 500 with a generic body, leaves nothing behind, and is in the log with its trace', async () => {
    const before = await notes.counts();
    const { status, body } = await notes.as(wuma).post('notes', `/notes/${open}/break`);
    expect(status).toBe(500);
    expect(Object.keys(body).toSorted()).toEqual(['code', 'status', 'title', 'traceId', 'type']);
    expect(body.code).toBe('service.internal');
    expect(await notes.counts()).toEqual(before);
    const failed = notes.lines.map((line) => JSON.parse(line) as ProblemBody & { level: string; msg: string });
    expect(failed.find(({ level }) => level === 'error')).toMatchObject({
      traceId: body.traceId,
      msg: 'request failed',
    });
    expect(notes.lines.join('\n')).not.toContain('330302194910010018');
  });

  test('one line per request, with the pattern and never the path', async () => {
    await notes.as(wuma).get('notes', `/notes/${open}`);
    const lines = notes.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const requests = lines.filter(({ msg }) => msg === 'request');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'GET', route: '/notes/:id', status: 200 });
    expect(notes.lines.join('\n')).not.toContain(open);
  });
});
