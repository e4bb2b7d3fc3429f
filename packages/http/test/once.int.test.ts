import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Who } from '@minzheng/testing';
import { startNotes } from './notes-service.ts';
import type { NotesService } from './notes-service.ts';

const officer: Who = { role: 'street-officer', division: '330302006', staffNo: 'SO-1' };
const colleague: Who = { role: 'street-officer', division: '330302006', staffNo: 'SO-2' };
const note = { personId: 'p-1', division: '330302006', text: '材料齐全' };

interface View {
  readonly noteId: string;
}

let notes: NotesService;

beforeAll(async () => {
  notes = await startNotes();
});

afterAll(() => notes.stop());

const added = async (collection: string, work: () => Promise<unknown>): Promise<number> => {
  const before = (await notes.counts())[collection] ?? 0;
  await work();
  return ((await notes.counts())[collection] ?? 0) - before;
};

describe('a command is done once per Idempotency-Key', () => {
  test('the second time the first answer comes back, marked as replayed, quoted or not', async () => {
    const client = notes.as(officer);
    const first = await client.post<View>('notes', '/notes', note, { key: 'k-1' });
    const second = await client.post<View>('notes', '/notes', note, { headers: { 'idempotency-key': 'k-1' } });
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  test('fifty at the same time have one effect: one 201, the others 409 or the same answer', async () => {
    const client = notes.as(officer);
    const answers: { status: number; noteId: string | undefined }[] = [];
    const effect = await added('notes', async () => {
      const sent = Array.from({ length: 50 }, () => client.post<View>('notes', '/notes', note, { key: 'k-50' }));
      for (const { status, body } of await Promise.all(sent)) answers.push({ status, noteId: body.noteId });
    });
    expect(effect).toBe(1);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(answers.flatMap(({ status, noteId }) => (status === 201 ? [noteId] : []))).size).toBe(1);
  });

  test('another caller’s same key is another command', async () => {
    const first = await notes.as(officer).post<View>('notes', '/notes', note, { key: 'k-2' });
    const second = await notes.as(colleague).post<View>('notes', '/notes', note, { key: 'k-2' });
    expect(second.status).toBe(201);
    expect(second.body.noteId).not.toBe(first.body.noteId);
  });

  test('a refusal is the outcome, and comes back as it was although the record has changed', async () => {
    const client = notes.as(officer);
    const { noteId } = (await client.post<View>('notes', '/notes', note)).body;
    expect(await client.post('notes', `/notes/${noteId}/close`, {}, { key: 'k-3' })).toMatchObject({ status: 200 });
    const refused = await client.post('notes', `/notes/${noteId}/close`, {}, { key: 'k-4' });
    const again = await client.post('notes', `/notes/${noteId}/close`, {}, { key: 'k-4' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'application.transition-not-there' } });
    expect(again).toMatchObject({ status: 409, body: { code: 'application.transition-not-there' } });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  test('a refusal that keeps its writes keeps them once, and is replayed in the language of whoever asks', async () => {
    const client = notes.as(officer);
    let answers: (string | undefined)[] = [];
    const effect = await added('tasks', async () => {
      const chinese = await client.post('notes', '/notes/n-1/doubt', {}, { key: 'k-5' });
      const english = await client.post(
        'notes',
        '/notes/n-1/doubt',
        {},
        {
          key: 'k-5',
          headers: { 'accept-language': 'en' },
        },
      );
      expect([chinese.status, english.status]).toEqual([409, 409]);
      answers = [chinese.body.title, english.body.title];
    });
    expect(effect).toBe(1);
    expect(answers[0]).toMatch(/\p{Script=Han}/u);
    expect(answers[1]).not.toMatch(/\p{Script=Han}/u);
  });
});

test('a read of personal data leaves its audit row before it is answered; a refused one leaves none', async () => {
  const client = notes.as(officer);
  const { noteId } = (await client.post<View>('notes', '/notes', note)).body;
  expect(await added('audit', () => client.get('notes', `/notes/${noteId}`))).toBe(1);
  expect(await added('audit', () => client.get('notes', '/notes/nothing'))).toBe(0);
});
