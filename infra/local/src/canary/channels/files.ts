import { open, readdir, writeFile, mkdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Channel, Item, Watched } from '../channel.ts';

const PIECE_BYTES = 16 * 1024 * 1024;
/** No value in any encoding is longer. */
const OVERLAP_BYTES = 1_024;
/** The broker's log of its own settings: no consumer can read it, and it is not packed. */
const CLUSTER_METADATA = '__cluster_metadata-0';
const SERVER_DATA = ['kafka', 'mongodb', 'redis'] as const;
const PARTIES = ['bank', 'sms', 'smtp', 'data-exchange', 'agency'] as const;

/** What every process, ours and the servers, has written down. */
export const logs = folderChannel('logs', ({ localDir }) => join(localDir, 'logs'), 'people.log.1.gz', gzipSync);

/** What the services hand to another trust domain. */
export const auditHeads = folderChannel(
  'audit heads',
  ({ localDir }) => join(localDir, 'data/audit-witness'),
  'planted.jsonl',
);

/** Everything else in the platform's folder: addresses, accounts, keys, clocks, the cluster's own settings. */
export const files: Channel = {
  name: 'files',
  async *read({ localDir }) {
    for await (const file of filesUnder(localDir)) {
      const [top, next] = relative(localDir, file).split(sep);
      if (top === 'logs' || (top === 'data' && isElsewhere(next, file))) continue;
      yield* piecesOf(file, relative(localDir, file));
    }
  },
  plant: ({ localDir }, bytes) => writeFile(join(localDir, 'planted.json'), bytes),
};

/** What a server keeps is read through the server, what a party outside keeps is a channel of its own. */
const isElsewhere = (folder: string | undefined, file: string): boolean =>
  folder === 'audit-witness' ||
  PARTIES.some((party) => party === folder) ||
  (SERVER_DATA.some((server) => server === folder) && !file.includes(`${sep}${CLUSTER_METADATA}${sep}`));

/** What the parties outside remember. */
export const parties: readonly Channel[] = PARTIES.map((party) =>
  folderChannel(`${party}’s own memory`, ({ localDir }) => join(localDir, 'data', party), 'planted.jsonl'),
);

function folderChannel(
  name: string,
  folderOf: (watched: Watched) => string,
  plantedIn: string,
  pack: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Channel {
  return {
    name,
    async *read(watched) {
      const folder = folderOf(watched);
      for await (const file of filesUnder(folder)) yield* piecesOf(file, relative(folder, file));
    },
    async plant(watched, bytes) {
      await mkdir(folderOf(watched), { recursive: true });
      await writeFile(join(folderOf(watched), plantedIn), pack(bytes));
    },
  };
}

/** Something may be gone between being listed and being read: a process id's file, a segment, a partition. */
async function* filesUnder(folder: string): AsyncGenerator<string> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(undefinedWhenGone)) ?? [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

async function* piecesOf(file: string, where: string): AsyncGenerator<Item> {
  const handle = await open(file).catch(undefinedWhenGone);
  if (handle === undefined) return;
  try {
    for (let at = 0; ; at += PIECE_BYTES - OVERLAP_BYTES) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, at);
      if (bytesRead > 0) yield { where, bytes: buffer.subarray(0, bytesRead) };
      if (bytesRead < PIECE_BYTES) return;
    }
  } finally {
    await handle.close();
  }
}

function undefinedWhenGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
