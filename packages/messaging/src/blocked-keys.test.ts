import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ParkedRow } from '@minzheng/store';
import { BlockedKeys } from './blocked-keys.ts';
import type { Chunk } from './chunk.ts';

const parked = new Set<string>();
let asked: string[];
let blocked: BlockedKeys;
beforeEach(() => {
  parked.clear();
  asked = [];
  blocked = new BlockedKeys(
    {
      keysOf: () => {
        asked.push('all');
        return Promise.resolve([...parked]);
      },
      parkedKeys: (_, keys) => {
        asked.push(...keys);
        return Promise.resolve(new Set(keys.filter((key) => parked.has(key))));
      },
    },
    'g',
  );
});

function chunk(first: number, ...keys: string[]): Chunk {
  const records = keys.map((key, i) => ({
    topic: 't',
    partition: 0,
    offset: first + i,
    key: Buffer.from(key),
    value: null,
    headers: new Map<string, Buffer>(),
  }));
  return { topic: 't', partition: 0, first, next: first + keys.length, records };
}

/** As a commit does it: the rows are in the database, then it is told. */
function commit(one: Chunk, ...keys: string[]): void {
  for (const key of keys) parked.add(`t|${key}`);
  blocked.committed(
    one,
    keys.map((key) => ({ key: `t|${key}` }) as ParkedRow),
  );
}

describe('the keys that have a message parked', () => {
  test('are read once, and afterwards only those in doubt are looked up', async () => {
    expect(await blocked.among(chunk(0, 'a', 'b'))).toEqual(new Set());
    commit(chunk(0, 'a', 'b'), 'a');
    expect(await blocked.among(chunk(2, 'a', 'c'))).toEqual(new Set(['t|a']));
    commit(chunk(2, 'a', 'c'));
    expect(await blocked.among(chunk(4, 'd', 'e'))).toEqual(new Set());
    expect(asked).toEqual(['all', 't|a']);
  });

  test('are free again once redriven', async () => {
    parked.add('t|a');
    expect(await blocked.among(chunk(0, 'a'))).toEqual(new Set(['t|a']));
    parked.clear();
    commit(chunk(0, 'a'));
    expect(await blocked.among(chunk(1, 'a'))).toEqual(new Set());
    commit(chunk(1, 'a'));
    expect(await blocked.among(chunk(2, 'a'))).toEqual(new Set());
    expect(asked).toEqual(['all', 't|a', 't|a']);
  });

  test('are read anew when somebody else has moved the watermark', async () => {
    await blocked.among(chunk(0, 'a'));
    commit(chunk(0, 'a'));
    parked.add('t|b');
    expect(await blocked.among(chunk(5, 'b'))).toEqual(new Set(['t|b']));
  });

  test('are read anew after a commit that may have failed', async () => {
    await blocked.among(chunk(0, 'a'));
    blocked.forget(chunk(0, 'a'));
    parked.add('t|a');
    expect(await blocked.among(chunk(0, 'a'))).toEqual(new Set(['t|a']));
  });

  test('are looked up chunk by chunk when there are too many to keep', async () => {
    for (let i = 0; i <= 10_000; i += 1) parked.add(`t|${i}`);
    expect(await blocked.among(chunk(0, '7', 'a'))).toEqual(new Set(['t|7']));
    expect(asked).toEqual(['all', 't|7', 't|a']);
  });
});
