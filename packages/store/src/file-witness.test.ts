import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditHead, AuditWitness } from './audit-witness.ts';
import { fileWitness } from './file-witness.ts';

let folder: string;
let witness: AuditWitness;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minzheng-witness-'));
  witness = fileWitness(join(folder, 'heads'));
});
afterAll(() => rm(folder, { recursive: true }));

const head = (service: string, n: number): AuditHead => ({ service, n, hash: 'h', at: n, keyId: 'k', signature: 's' });
const fileOf = (service: string): string => join(folder, 'heads', `${service}.jsonl`);

describe('a witness that is a file', () => {
  test('has nothing before the first head', async () => {
    expect(await witness.latest('people')).toBeUndefined();
  });

  test('keeps every head of a service as a line, and gives the last', async () => {
    for (const n of [1, 2, 3]) await witness.write(head('people', n));
    await witness.write(head('payments', 9));
    expect(await witness.latest('people')).toEqual(head('people', 3));
    expect(await witness.latest('payments')).toEqual(head('payments', 9));
    const lines = (await readFile(fileOf('people'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as AuditHead).n)).toEqual([1, 2, 3]);
    expect((await stat(fileOf('people'))).mode & 0o777).toBe(0o600);
  });

  test('does not lose a head to a line that a crash has cut', async () => {
    await appendFile(fileOf('people'), '{"service":"peo');
    expect(await witness.latest('people')).toEqual(head('people', 3));
    await witness.write(head('people', 4));
    expect(await witness.latest('people')).toEqual(head('people', 4));
  });

  test('says so when it holds something and no head, rather than that there is none', async () => {
    await writeFile(fileOf('veterans'), 'nothing of ours\n');
    await expect(witness.latest('veterans')).rejects.toThrow(TypeError);
  });
});
