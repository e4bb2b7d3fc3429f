import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerKind } from './backing.ts';

/** More brokers or mongods than these would prove nothing that these do not. */
export const mostMembers = 7;

const nouns: Record<ServerKind, string> = { kafka: 'Kafka brokers', mongodb: 'mongods', redis: 'Redis servers' };

/** The data was written by another number of members: Kafka and MongoDB cannot be told of a new one by a start alone. */
export class OtherMembers extends Error {
  override name = 'OtherMembers';
}

/**
 * How many members of a kind there are to be: as many as its data was written by; else the number wanted; else one.
 * @throws OtherMembers with one line for a person when the data was written by another number than the one wanted.
 */
export async function membersOf(dataDir: string, kind: ServerKind, wanted: number | undefined): Promise<number> {
  const kept = await keptMembers(join(dataDir, kind));
  if (kept === undefined || wanted === undefined || wanted === kept) return kept ?? wanted ?? 1;
  throw new OtherMembers(
    `The data in ${dataDir} was written by ${kept} ${nouns[kind]}, not by ${wanted}: start with ${kept}, or with --fresh, which wipes it.`,
  );
}

/** Keeps the number beside the data, before the first member writes any. */
export async function keepMembers(dataDir: string, kind: ServerKind, members: number): Promise<void> {
  await mkdir(join(dataDir, kind), { recursive: true });
  await writeFile(membersFile(join(dataDir, kind)), `${members}\n`);
}

const membersFile = (folder: string): string => join(folder, 'members');

/** Data older than the file that keeps the number has one folder for each member. */
async function keptMembers(folder: string): Promise<number | undefined> {
  const kept = Number(await readFile(membersFile(folder), 'utf8').catch(() => '0'));
  if (kept > 0) return kept;
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => /^node-\d+$/.test(name)).length || undefined;
}
