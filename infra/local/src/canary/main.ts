import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../places.ts';
import { type CanaryRun, channelNamed, startCanaryRun } from './canary-run.ts';
import { linesOf } from './report.ts';

const usage = 'npm run canary -- [--persons 1000] [--seed 1] [--plant CHANNEL] [--json] [--local-dir FOLDER]';
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const aside = (line: string): void => void process.stderr.write(`${line}\n`);

interface Asked {
  readonly persons: number;
  readonly seed: number;
  readonly plant: string | undefined;
  readonly isJson: boolean;
  readonly localDir: string;
}

function asked(args: readonly string[]): Asked | undefined {
  try {
    const text = { type: 'string' } as const;
    const options = { persons: text, seed: text, plant: text, json: { type: 'boolean' }, 'local-dir': text } as const;
    const { values } = parseArgs({ args: [...args], options });
    const [persons, seed] = [Number(values.persons ?? 1_000), Number(values.seed ?? 1)];
    if (!Number.isInteger(persons) || persons < 10 || !Number.isInteger(seed) || seed < 0) return undefined;
    if (values.plant !== undefined) channelNamed(values.plant);
    const localDir = values['local-dir'] ?? join(repository, '.local/canary');
    return { persons, seed, plant: values.plant, isJson: values.json ?? false, localDir };
  } catch (error) {
    aside((error as Error).message);
    return undefined;
  }
}

/** 0: no leak. 1: a leak, or a run that proves nothing, or has failed. */
async function carry({ persons, seed, plant, isJson, localDir }: Asked): Promise<number> {
  let run: CanaryRun | undefined;
  try {
    run = await startCanaryRun({ persons, seed, localDir, say: isJson ? aside : say });
    if (plant !== undefined) await run.plant(plant, Buffer.from(run.canaries[0]?.accountNumber ?? ''));
    const report = await run.read();
    if (isJson) say(JSON.stringify(report));
    else for (const line of linesOf(report)) say(line);
    return report.leaks.length === 0 && report.notReached.length === 0 ? 0 : 1;
  } finally {
    await run?.stop();
  }
}

const wanted = asked(process.argv.slice(2));
if (wanted === undefined) {
  aside(usage);
  process.exitCode = 1;
} else {
  process.exitCode = await carry(wanted).catch((error: unknown) => {
    aside((error as Error).stack ?? String(error));
    return 1;
  });
}
