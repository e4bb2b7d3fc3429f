import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import type { Bench } from '../bench.ts';
import { whyNoHosts } from '../injectors/hosts.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { primaryOf, secondariesOf } from '../who-is.ts';

const CUT_MS = 60_000;
const MOST_ELECTIONS = 3;

const onCutOffSet = { mongods: 3, isOnCutOffSet: true, whyNot: whyNoHosts, mostWriteGapMs: 15_000 } as const;

/** The clients still reach the primary, and it alone can confirm nothing to them: the others elect one of themselves. */
export const partitionedPrimary: Row = {
  number: 5,
  name: 'primary cut off from both secondaries, not from clients',
  ...onCutOffSet,
  run: (bench) =>
    cutOff(bench, (primary, secondary) => {
      bench.cut(primary, secondary);
      bench.cut(secondary, primary);
    }),
};

/** It still sends, heartbeats and requests for votes too, and hears no answer. */
export const halfPartitionedPrimary: Row = {
  number: 6,
  name: 'primary sends to both secondaries and hears neither',
  ...onCutOffSet,
  run: (bench) => cutOff(bench, (primary, secondary) => void bench.cut(secondary, primary)),
};

async function cutOff(bench: Bench, cut: (primary: string, secondary: string) => void): Promise<void> {
  const load = await bench.startAll();
  const primary = await primaryOf(bench.cluster);
  const termBefore = await termOf(bench, primary);
  for (const secondary of await secondariesOf(bench.cluster)) cut(primary, secondary);
  await pause(CUT_MS / 2);
  const next = await primaryOf(bench.cluster);
  const before = load.acknowledged();
  await pause(CUT_MS / 2);
  const elections = (await termOf(bench, next)) - termBefore;
  bench.note(`${elections} elections in ${CUT_MS / 1000} s`);
  expectThat(next !== primary, 'nobody took over from the primary that was cut off');
  expectThat(elections <= MOST_ELECTIONS, `${elections} elections in a minute`);
  expectThat(load.acknowledged() > before, 'the majority takes no writes');
  bench.heal();
  await bench.until('the one that was cut off has joined again', 20_000, async () => {
    return (await secondariesOf(bench.cluster)).includes(primary) && (await termOf(bench, primary)) >= termBefore;
  });
}

/** How many elections the set has had, as one member knows it. */
async function termOf({ cluster }: Bench, member: string): Promise<number> {
  const address = cluster.mongodAddresses[cluster.mongodNames.indexOf(member)] ?? '';
  const client = new mongoose.mongo.MongoClient(`mongodb://${address}/?directConnection=true`);
  try {
    return Number((await client.db('admin').command({ replSetGetStatus: 1 }))['term']);
  } finally {
    await client.close();
  }
}
