import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AuditHead, AuditWitness } from './audit-witness.ts';

const Line = z.strictObject({
  service: z.string(),
  n: z.int(),
  hash: z.string(),
  at: z.int(),
  keyId: z.string(),
  signature: z.string(),
}) satisfies z.ZodType<AuditHead>;

/** The end of the file that is read: some hundred lines. */
const TAIL_BYTES = 65_536;
const NEWLINE = '\n';

/** Heads as lines of JSON, one file per service, in a folder that the database's keepers cannot write to. Lines are only added. */
export function fileWitness(folder: string): AuditWitness {
  const fileOf = (service: string): string => join(folder, `${service}.jsonl`);
  return {
    write: async (head) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await withFile(fileOf(head.service), 'a+', (file) => add(file, JSON.stringify(head)));
    },
    latest: (service) => withFile(fileOf(service), 'r', lastOf).catch(undefinedWhenMissing),
  };
}

async function withFile<T>(path: string, flags: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags, 0o600);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** A line that a crash has cut is closed first, or it would spoil this one. */
async function add(file: FileHandle, line: string): Promise<void> {
  const end = await tail(file, 1);
  const before = end === '' || end === NEWLINE ? '' : NEWLINE;
  await file.appendFile(`${before}${line}${NEWLINE}`);
  await file.datasync();
}

/** Throws when the file holds something, and no head. */
async function lastOf(file: FileHandle): Promise<AuditHead | undefined> {
  const text = await tail(file, TAIL_BYTES);
  for (const line of text.split(NEWLINE).toReversed()) {
    const head = headIn(line);
    if (head !== undefined) return head;
  }
  if (text.length > 0) throw new TypeError('the file of exported heads holds none that can be read');
  return undefined;
}

function headIn(line: string): AuditHead | undefined {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

async function tail(file: FileHandle, bytes: number): Promise<string> {
  const { size } = await file.stat();
  const length = Math.min(size, bytes);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
  return buffer.toString('utf8', 0, bytesRead);
}

function undefinedWhenMissing(error: unknown): undefined {
  if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
}
