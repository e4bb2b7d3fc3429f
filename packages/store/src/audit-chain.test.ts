import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Instant } from '@minzheng/types';
import { auditScribe } from './audit.ts';
import type { AuditDocument } from './audit.ts';
import { chained, START, walked } from './audit-chain.ts';
import { auditKeys } from './audit-keys.ts';
import { canonical } from './canonical-form.ts';

const keys = auditKeys(Buffer.alloc(32, 1), 'tests');
const scribe = auditScribe(keys.row);

const cause = { viewer: 'system', actor: 'job:test', correlationId: 'c1' } as const;
const at = Instant.parse('2026-03-01T00:00:00.000Z');
const row = (object: string): AuditDocument => scribe({ action: 'read', object, purpose: 'case' }, cause, at, 1_000);

function sealed(count: number): AuditDocument[] {
  const rows = Array.from({ length: count }, (_, i) => row(`case/${i + 1}`));
  return chained(keys.chain, START, rows).map((link, i) => ({ ...rows[i], ...link }) as AuditDocument);
}

const firstBad = (rows: readonly AuditDocument[], end = 5): number | undefined => walked(keys, START, end, rows).bad;

/** A row and its number: the tests say where, never how. */
const changed = (rows: readonly AuditDocument[], n: number, more: Partial<AuditDocument>): AuditDocument[] =>
  rows.map((one) => (one.n === n ? { ...one, ...more } : one));

describe('the chain of the audit', () => {
  test('links each record to the hash before it, under a key that is not the master key', () => {
    const [first, second] = sealed(2);
    const { mac: _mac, n: _n, h: _h, ...record } = second as AuditDocument;
    const h = createHmac('sha256', keys.chain)
      .update(`${first?.h}${canonical(record)}`)
      .digest('base64url');
    expect(second).toMatchObject({ n: 2, h });
    expect(new Set([keys.row, keys.chain, keys.head, keys.signing].map(String)).size).toBe(4);
  });

  test('is the same whether it is made in one go or in chunks', () => {
    const rows = Array.from({ length: 7 }, (_, i) => row(`case/${i}`));
    const first = chained(keys.chain, START, rows.slice(0, 3));
    const rest = chained(keys.chain, first.at(-1) ?? START, rows.slice(3));
    expect([...first, ...rest]).toEqual(chained(keys.chain, START, rows));
  });

  test('is whole as it was sealed, and can be walked in pages', () => {
    const rows = sealed(5);
    const { last } = walked(keys, START, 2, rows.slice(0, 2));
    expect(walked(keys, last, 5, rows.slice(2))).toEqual({ last: { n: 5, h: rows[4]?.h } });
    expect(firstBad([], 0)).toBeUndefined();
  });

  test.each<[string, (rows: AuditDocument[]) => AuditDocument[], number]>([
    ['a field is edited', (rows) => changed(rows, 3, { actor: 'somebody' }), 3],
    ['a field is added', (rows) => changed(rows, 2, { sub: 'somebody' }), 2],
    ['a hash is edited', (rows) => changed(rows, 4, { h: rows[0]?.h ?? '' }), 4],
    ['a mark is edited', (rows) => changed(rows, 4, { mac: rows[0]?.mac ?? '' }), 4],
    ['a row is deleted', (rows) => rows.filter(({ n }) => n !== 2), 2],
    ['the first row is deleted', (rows) => rows.slice(1), 1],
    ['the last rows are deleted', (rows) => rows.slice(0, 3), 4],
    [
      'two rows change places',
      ([a, b, c, ...rest]) => [a, { ...c, n: 2 }, { ...b, n: 3 }, ...rest] as AuditDocument[],
      2,
    ],
    ['a row is written by another hand and chained all the same', (rows) => forged(rows.slice(0, 4)), 5],
  ])('names the first bad number when %s', (_, touch, bad) => {
    expect(firstBad(touch(sealed(5)))).toBe(bad);
  });
});

/** As the sealer would chain a row that somebody had put into the collection by hand. */
function forged(rows: readonly AuditDocument[]): AuditDocument[] {
  const foreign = auditScribe(Buffer.alloc(32, 9))({ action: 'read', object: 'x', purpose: 'y' }, cause, at, 1_000);
  const from = { n: rows.length, h: rows.at(-1)?.h ?? '' };
  const [link] = chained(keys.chain, from, [foreign]);
  return [...rows, { ...foreign, ...link }];
}
