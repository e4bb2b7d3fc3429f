import { parseArgs } from 'node:util';
import manifest from '../../../package.json' with { type: 'json' };
import { broken, check } from './check.ts';
import { CURRENT, readContracts, RELEASED, writeContracts } from './folder.ts';
import { ACCESS, generate, MERGED } from './generate.ts';
import type { ContractFiles } from './generate.ts';
import { contractedServices } from './services.ts';

const USAGE = 'npm run contracts -- [--check | --release]';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function write(generated: ContractFiles): boolean {
  const changed = writeContracts(CURRENT, generated);
  for (const name of changed) say(`contracts/${name}`);
  say(
    changed.length === 0
      ? `${generated.size} contracts, nothing changed`
      : `${changed.length} of ${generated.size} changed`,
  );
  return true;
}

async function checkAll(generated: ContractFiles): Promise<boolean> {
  const problems = await check(generated, { committed: readContracts(CURRENT), released: readContracts(RELEASED) });
  for (const problem of problems) say(problem);
  if (problems.length === 0) say(`${generated.size} contracts: up to date, valid, none breaks the last release`);
  return problems.length === 0;
}

/** What is released binds every later one, so a release that breaks the one before is refused. */
function release(generated: ContractFiles): boolean {
  const problems = broken(readContracts(RELEASED), generated);
  for (const problem of problems) say(problem);
  if (problems.length > 0) return false;
  write(generated);
  const kept = new Map([...generated].filter(([name]) => name !== MERGED && name !== ACCESS));
  say(`released: ${writeContracts(RELEASED, kept).length} of ${kept.size} contracts are new or changed`);
  return true;
}

async function run(args: string[]): Promise<boolean> {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ args, options: { check: flag, release: flag } });
  const generated = generate(manifest.version, contractedServices());
  if (values.check) return checkAll(generated);
  return values.release ? release(generated) : write(generated);
}

try {
  process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof TypeError && 'code' in error)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}\n`);
  process.exitCode = 2;
}
