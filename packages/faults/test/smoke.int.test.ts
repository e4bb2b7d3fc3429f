import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openAftermath, rows, runRow } from '@minzheng/faults';
import type { Row } from '@minzheng/faults';
import { testServers } from '@minzheng/testing';

const { kafkaBrokers, mongodbUri, redisUrl } = testServers();
const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-faults-test-'));
const aftermath = openAftermath();
afterAll(async () => {
  await aftermath.end();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The servers of the jest run: nothing here may break them. */
const cluster = {
  brokers: 1,
  mongods: 1,
  dataDir,
  mongodbUri,
  redisUrl,
  brokerAddresses: kafkaBrokers,
  mongodAddresses: [],
  brokerNames: ['kafka'],
  mongodNames: ['mongod'],
  pidOf: () => undefined,
  stop: () => Promise.resolve(),
};

const run = (row: Row) => runRow(row, cluster, aftermath, 1);

test.each([41, 58])('row %i passes on one server of each', async (number) => {
  const row = rows.find((one) => one.number === number);
  if (row === undefined) throw new Error(`there is no row ${number}`);
  expect(await run(row)).toMatchObject({ verdict: 'pass', lost: 0, doubled: 0 });
});

describe('the judge', () => {
  test('finds an acknowledged write that is gone, and an effect too many', async () => {
    const planted: Row = {
      number: 0,
      name: 'planted',
      run: async (bench) => {
        const load = await bench.startAll({ keys: 2 });
        await load.stop();
        await bench
          .database('writer')
          .collection<{ _id: string }>('counters')
          .updateOne({ _id: 'key-0-0' }, { $inc: { value: -1 } });
        await bench
          .database('reader')
          .collection<{ _id: string }>('tallies')
          .updateOne({ _id: 'key-0-1' }, { $inc: { count: 1 } });
      },
    };
    const result = await run(planted);
    expect(result).toMatchObject({ verdict: 'FAIL' });
    expect(result.lost).toBeGreaterThan(0);
    expect(result.doubled).toBeGreaterThan(0);
  });

  test('a row that needs more servers is not run, and never passes', async () => {
    const row = rows.find((one) => one.number === 1);
    if (row === undefined) throw new Error('there is no row 1');
    expect(await run(row)).toMatchObject({ verdict: 'not run', reason: 'needs 3 mongods' });
  });
});
