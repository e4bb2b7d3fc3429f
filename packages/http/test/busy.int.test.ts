import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Who } from '@minzheng/testing';
import { refusals } from '@minzheng/types';
import { startNotes } from './notes-service.ts';
import type { NotesService } from './notes-service.ts';

const officer: Who = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' };
const note = { personId: 'p-1', division: '330302006', text: '材料齐全' };

let notes: NotesService;

beforeAll(async () => {
  notes = await startNotes();
});

afterEach(() => notes.busy(undefined));
afterAll(() => notes.stop());

describe('under pressure', () => {
  test.each(['outbox', 'loop'] as const)(
    'a command is refused when the reason is %s, and says when to come back',
    async (reason) => {
      notes.busy(reason);
      const before = await notes.counts();
      const answer = await notes.as(officer).post('notes', '/notes', note, { isPatient: false });
      expect(answer).toMatchObject({
        status: 503,
        body: { code: 'service.busy', title: refusals['service.busy']['zh-CN'] },
      });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(await notes.counts()).toEqual(before);
    },
  );

  test('so is a key that was answered; asked again later it is answered as before', async () => {
    const client = notes.as(officer);
    const first = await client.post('notes', '/notes', note, { key: 'b-1' });
    notes.busy('outbox');
    expect(await client.post('notes', '/notes', note, { key: 'b-1', isPatient: false })).toMatchObject({ status: 503 });
    notes.busy(undefined);
    expect(await client.post('notes', '/notes', note, { key: 'b-1' })).toMatchObject({ status: 201, body: first.body });
  });

  test('whoever only reads, asks whether we live, or mends is served', async () => {
    notes.busy('loop');
    expect(await notes.as(officer).get('notes', '/notes')).toMatchObject({ status: 200 });
    expect(await notes.as(undefined).get('notes', '/livez')).toMatchObject({ status: 200 });
    const sre = notes.as({ role: 'sre', staffNo: 'SRE-1' });
    expect(await sre.post('notes', '/ops/notes/redrive')).toMatchObject({ status: 202 });
  });
});
