import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Running } from '@minzheng/service';
import { isSignedBy } from '@minzheng/store';
import type { AuditHead, AuditStatus } from '@minzheng/store';
import { testPlatform } from '@minzheng/testing';
import type { TestPlatform } from '@minzheng/testing';
import { tally } from './tally.ts';

const sre = { role: 'sre', staffNo: 'SRE-1' } as const;
const CALLED_URL = 'http://127.0.0.1:1';

let platform: TestPlatform;
let folder: string;
let running: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minzheng-witness-'));
  platform = await testPlatform();
  running = await platform.start(tally, { CALLED_URL, AUDIT_WITNESS_DIR: folder });
}, 60_000);
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
}, 30_000);

interface Verified {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly culprit?: string }[];
}
const auditSealed = async (): Promise<Verified['checks'][number] | undefined> => {
  const { body } = await platform.as(sre).get<Verified>('tally', '/ops/verify');
  return body.checks.find(({ name }) => name === 'audit-sealed');
};
const auditStatus = async (): Promise<AuditStatus> =>
  (await platform.as(sre).get<{ audit: AuditStatus }>('tally', '/ops/status')).body.audit;

test('a service seals its audit while it runs, and its verification names a record that somebody has edited', async () => {
  await platform.as(sre).post('tally', '/ops/parked/redrive', { group: 'tally' });
  await platform.eventually(async () => expect(await auditStatus()).toMatchObject({ sealed: 1, isSealedHere: true }));
  expect(await auditSealed()).toEqual({ name: 'audit-sealed', ok: true });
  const rows = platform.database('tally').collection('audit');
  const before = await rows.findOne({ n: 1 });
  await rows.updateOne({ n: 1 }, { $set: { actor: 'nobody' } });
  expect(await auditSealed()).toMatchObject({ ok: false, culprit: 'audit number 1 is not as it was sealed' });
  await rows.updateOne({ n: 1 }, { $set: { actor: before?.['actor'] } });
});

test('an orderly stop seals what is left and exports a head that the shown public key proves', async () => {
  const { publicKey } = await auditStatus();
  await platform.as(sre).post('tally', '/ops/parked/redrive', { group: 'tally.bulk' });
  await running.stop();
  const lines = (await readFile(join(folder, 'tally.jsonl'), 'utf8')).trim().split('\n');
  const head = JSON.parse(lines.at(-1) ?? '') as AuditHead;
  expect(head).toMatchObject({ service: 'tally', n: 2 });
  expect(isSignedBy(publicKey, head)).toBe(true);
}, 30_000);
