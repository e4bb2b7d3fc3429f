import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Spool } from './spool.ts';

const folder = mkdtempSync(join(tmpdir(), 'minzheng-spool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function all(spool: Spool): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of spool.read()) pieces.push(piece.toString());
  return pieces;
}

test('every piece is read as it was added, however large, while more are added', async () => {
  const spool = new Spool(join(folder, 'a'));
  const large = 'x'.repeat(200_000);
  for (const piece of ['one', '', large]) spool.add(Buffer.from(piece));
  const reading = all(spool);
  spool.add(Buffer.from('later'));
  expect(await reading).toEqual(['one', '', large]);
  expect(await all(spool)).toEqual(['one', '', large, 'later']);
  await spool.close();
});

test('nothing added is nothing read', async () => {
  const spool = new Spool(join(folder, 'b'));
  expect(await all(spool)).toEqual([]);
  await spool.close();
});
