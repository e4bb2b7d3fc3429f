import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepMembers, membersOf, OtherMembers } from './members.ts';

let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'minzheng-members-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

test('a first start has as many members as are wanted, else one', async () => {
  expect(await membersOf(dataDir, 'kafka', 3)).toBe(3);
  expect(await membersOf(dataDir, 'kafka', undefined)).toBe(1);
});

test('a later start has as many as wrote the data, and refuses another number in one line', async () => {
  await keepMembers(dataDir, 'mongodb', 3);
  expect(await membersOf(dataDir, 'mongodb', undefined)).toBe(3);
  expect(await membersOf(dataDir, 'mongodb', 3)).toBe(3);
  await expect(membersOf(dataDir, 'mongodb', 1)).rejects.toThrow(OtherMembers);
  await expect(membersOf(dataDir, 'mongodb', 1)).rejects.toThrow(/written by 3 mongods, not by 1: .*--fresh/);
});

test('data from before the number was kept is counted by its folders', async () => {
  for (const name of ['node-1', 'node-2', 'node-1.properties'])
    mkdirSync(join(dataDir, 'kafka', name), { recursive: true });
  expect(await membersOf(dataDir, 'kafka', undefined)).toBe(2);
});
