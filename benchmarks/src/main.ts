import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBacking } from '@minzheng/backing';
import type { Backing } from '@minzheng/backing';
import type { Benchmark } from './benchmark.ts';
import { benchmarks } from './benchmarks.ts';
import { cpuMeter } from './cpu-meter.ts';
import { provenance } from './machine.ts';
import { Misunderstood, parseOptions } from './options.ts';
import type { Options } from './options.ts';
import { runBenchmark } from './run-benchmark.ts';
import type { Summary } from './summary.ts';
import { table } from './table.ts';

const root = join(import.meta.dirname, '../..');
const results = join(root, 'benchmarks/results.jsonl');
const tell = (line: string): void => console.error(line);

async function measure(options: Options, backing: Backing): Promise<Summary[]> {
  const bed = {
    brokers: backing.kafkaBrokers,
    mongodbUri: backing.mongodbUri,
    redisUrl: backing.redisUrl,
    cpu: cpuMeter(() => Object.values(backing.pids)),
  };
  const from = await provenance();
  const seen = Object.keys(backing.pids).length > 0 ? '' : ' not ours to look at: CPU is of node alone';
  const servers = `${options.brokers} broker(s), ${options.mongods} mongod(s)${seen}`;
  const summaries: Summary[] = [];
  for (const name of options.names) {
    const benchmark = benchmarks[name] as Benchmark;
    tell(`${name}: ${benchmark.about}`);
    const runs = { n: options.n ?? benchmark.n, runs: options.runs, servers, from, tell };
    summaries.push(...(await runBenchmark(bed, benchmark, runs)));
  }
  return summaries;
}

function show(summaries: readonly Summary[], { isJson, isRecorded }: Options): void {
  const lines = summaries.map((summary) => JSON.stringify(summary));
  console.log(isJson ? lines.join('\n') : table(summaries));
  if (isRecorded) appendFileSync(results, `${lines.join('\n')}\n`);
}

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const dataDir = await mkdtemp(join(tmpdir(), 'minzheng-bench-'));
  const backing = await startBacking({
    dataDir,
    serversDir: join(root, '.local/servers'),
    brokers: options.brokers,
    mongods: options.mongods,
    onProgress: tell,
  });
  try {
    show(await measure(options, backing), options);
  } finally {
    await backing.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Misunderstood ? error.message : error);
  process.exitCode = 1;
}
