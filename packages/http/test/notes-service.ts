import { randomBytes } from 'node:crypto';
import { command, createApp, listen, probe, query, refuseKeeping, tokenCheck } from '@minzheng/http';
import type { Listening, Pressure, Route } from '@minzheng/http';
import { createLogger } from '@minzheng/observability';
import { migrate, openStore } from '@minzheng/store';
import type { Store } from '@minzheng/store';
import { startTestIssuer, TestClient, testServers } from '@minzheng/testing';
import type { TestIssuer, Who } from '@minzheng/testing';
import { decided, DivisionCode, PersonId, refuse, systemClocks } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

const MIGRATIONS = new URL('./migrations/', import.meta.url);

const Note = z.strictObject({
  id: z.string(),
  personId: PersonId,
  division: DivisionCode,
  text: z.string(),
  status: z.enum(['open', 'closed']),
});
type Note = z.output<typeof Note>;

const Task = z.strictObject({ id: z.string(), noteId: z.string() });

const NoteBody = z.strictObject({
  personId: PersonId,
  division: DivisionCode,
  text: z.string().min(1).max(200),
  tags: z.array(z.string().max(20)).max(5).optional(),
});

const IdParams = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,64}$/) });
const View = z.strictObject({ noteId: z.string(), status: z.string() });

function close(note: Note | undefined): Decision<Note> {
  if (note === undefined) return refuse('request.not-found');
  if (note.status === 'closed')
    return refuse('application.transition-not-there', { command: 'close', state: 'closed' });
  return decided({ ...note, status: 'closed' });
}

/** A service of one small aggregate, whose routes are declared as any service's are. */
function routesOf(store: Store): Route[] {
  const notes = store.repository({
    collection: 'notes',
    state: Note,
    scope: ({ division, personId }) => ({ division, personId }),
    scopeFields: { division: 'division', personId: 'personId' },
  });
  const tasks = store.repository({ collection: 'tasks', state: Task });
  return [
    probe({ path: '/livez', read: () => Promise.resolve({ status: 200, body: { status: 'live' } }) }),
    command({
      path: '/notes',
      operationId: 'writeNote',
      summary: 'Writes a note',
      roles: ['street-officer', 'resident'],
      body: NoteBody,
      reply: { status: 201, body: View },
      decide: async (tx, { body: { personId, division, text } }) => {
        const id = tx.newId();
        const note = await tx.apply(notes, id, () =>
          decided({ id, personId, division, text, status: 'open' as const }),
        );
        return { noteId: note.id, status: note.status };
      },
    }),
    command({
      path: '/ops/notes/redrive',
      operationId: 'redriveNotes',
      summary: 'Mends, as an operator does',
      roles: ['sre'],
      reply: { status: 202, body: z.strictObject({ redriven: z.number() }) },
      decide: () => ({ redriven: 0 }),
    }),
    command({
      path: '/notes/:id/close',
      operationId: 'closeNote',
      summary: 'Closes a note',
      roles: ['street-officer'],
      params: IdParams,
      reply: { status: 200, body: View },
      decide: async (tx, { params: { id } }) => {
        const note = await tx.apply(notes, id, close);
        return { noteId: note.id, status: note.status };
      },
    }),
    command({
      path: '/notes/:id/doubt',
      operationId: 'doubtNote',
      summary: 'Refuses, and keeps a task for the desk',
      roles: ['street-officer'],
      params: IdParams,
      reply: { status: 200, body: View },
      decide: async (tx, { params: { id: noteId } }) => {
        const id = tx.newId();
        await tx.apply(tasks, id, () => decided({ id, noteId }), { cause: { viewer: 'system' } });
        return refuseKeeping({ code: 'person.identity-not-confirmed' });
      },
    }),
    command({
      path: '/notes/:id/break',
      operationId: 'breakNote',
      summary: 'Writes, and then breaks its own contract',
      roles: ['street-officer'],
      params: IdParams,
      reply: { status: 200, body: View },
      decide: async (tx, { params: { id: noteId } }) => {
        const id = tx.newId();
        await tx.apply(tasks, id, () => decided({ id, noteId }), { cause: { viewer: 'system' } });
        return { noteId, status: 'open', secret: 'ID 330302194910010018' } as { noteId: string; status: string };
      },
    }),
    query({
      path: '/notes/:id',
      operationId: 'readNote',
      summary: 'Reads a note',
      roles: ['street-officer', 'resident'],
      params: IdParams,
      reply: { body: View },
      audit: ({ params: { id } }, { noteId }) => ({ action: 'note.read', object: `note/${noteId}`, purpose: id }),
      read: async ({ caller, params: { id } }) => {
        const note = await notes.get(caller, id);
        return { noteId: note.id, status: note.status };
      },
    }),
    query({
      path: '/notes',
      operationId: 'listNotes',
      summary: 'Lists notes',
      roles: ['street-officer', 'resident'],
      query: z.strictObject({
        status: z.enum(['open', 'closed']).optional(),
        limit: z.coerce.number().int().min(1).max(50).default(20),
      }),
      reply: { body: z.strictObject({ notes: z.array(View) }) },
      read: async ({ caller, query: { status, limit } }) => {
        const rows = await notes.list(caller, status === undefined ? {} : { status }, { limit });
        return { notes: rows.map(({ id, status: state }) => ({ noteId: id, status: state })) };
      },
    }),
  ];
}

/** The notes service behind a real door, on a database of its own. */
export interface NotesService {
  readonly url: string;
  readonly issuer: TestIssuer;
  readonly lines: string[];
  /** What the service says of its pressure, until it is told otherwise. */
  busy(reason: Pressure | undefined): void;
  as(who: Who | undefined): TestClient;
  /** Documents of every collection, by its name. */
  counts(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

/** Starts it. */
export async function startNotes(): Promise<NotesService> {
  const { mongodbUri } = testServers();
  const database = `http-${randomBytes(4).toString('hex')}`;
  const lines: string[] = [];
  const destination = { write: (line: string): void => void lines.push(line) };
  const log = createLogger({ service: 'notes', destination });
  await migrate(mongodbUri, database, MIGRATIONS);
  const keys = { masterKey: randomBytes(32), blindIndexKey: randomBytes(32) };
  const store = await openStore(
    { uri: mongodbUri, database, service: 'notes', slots: 1, ...keys },
    { clocks: systemClocks, log },
  );
  const issuer = await startTestIssuer();
  const auth = tokenCheck({ issuer: issuer.url, audience: 'minzheng-api' });
  let reason: Pressure | undefined;
  const isBusy = (): Pressure | undefined => reason;
  const app = createApp({ service: 'notes', routes: routesOf(store), store, auth, log, clocks: systemClocks, isBusy });
  const door = await listen(app, {
    port: 0,
    host: '127.0.0.1',
    limits: { headersTimeoutMs: 500, requestTimeoutMs: 1_000, checkIntervalMs: 100 },
  });
  return {
    url: door.url,
    issuer,
    lines,
    busy: (now) => {
      reason = now;
    },
    as: (who) => new TestClient(issuer, who, () => door.url),
    counts: () => countsOf(store),
    stop: () => stopped(door, store, issuer),
  };
}

async function countsOf({ connection }: Store): Promise<Record<string, number>> {
  const names = (await connection.listCollections()).map(({ name }) => name).toSorted();
  const counts = await Promise.all(names.map((name) => connection.collection(name).countDocuments()));
  return Object.fromEntries(names.map((name, i) => [name, counts[i] ?? 0]));
}

async function stopped(door: Listening, store: Store, issuer: TestIssuer): Promise<void> {
  await door.close();
  await issuer.stop();
  await store.connection.dropDatabase();
  await store.close();
}
