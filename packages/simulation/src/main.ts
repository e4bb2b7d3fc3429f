import { parseArgs } from 'node:util';
import type { Bug } from './bugs/bug.ts';
import { bugNamed, BUGS } from './bugs/bugs.ts';
import { hunt, survey } from './hunt.ts';
import { planOf } from './plan.ts';
import { described, run } from './run.ts';
import { shrink } from './shrink.ts';

const SEEDS = 100;
const SEEDS_A_BUG = 500;
const SHOWN = 60;
const USAGE = 'npm run simulate -- [--seeds N] [--seed S [--trace]] [--bug NAME] [--bugs]';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Plays many seeds; the first that breaks a promise is made small and shown. */
async function playMany(from: number, seeds: number, bug: Bug | undefined): Promise<boolean> {
  const startMs = performance.now();
  const { finds, steps, simulatedMs, digest } = await survey(from, seeds, bug);
  const seconds = ((performance.now() - startMs) / 1_000).toFixed(1);
  const hours = (simulatedMs / 3_600_000).toFixed(1);
  say(`seeds ${from}–${from + seeds - 1}, each played twice with the same trace: ${finds.length} violations`);
  say(`${steps} steps, ${hours} h simulated, ${seconds} s, digest of all traces ${digest}`);
  for (const { seed, violation } of finds) say(`  seed ${seed}: ${violation.promise}: ${violation.detail}`);
  const [first] = finds;
  if (first !== undefined) await playOne(first.seed, bug, false);
  return finds.length === 0;
}

/** Plays one seed and shows it, made small where it breaks a promise. */
async function playOne(seed: number, bug: Bug | undefined, isWhole: boolean): Promise<boolean> {
  const plan = planOf(seed);
  const whole = await run(plan, { bug, inWords: true });
  const again = await run(plan, { bug });
  if (isWhole) for (const line of whole.trace) say(line);
  const isAlike = whole.digest === again.digest;
  say(`seed ${seed}: digest ${whole.digest}, ${isAlike ? 'the same' : 'ANOTHER'} when replayed, ${whole.steps} steps`);
  if (whole.violation === undefined) return isAlike;
  const small = await shrink(plan, { bug });
  const { violation, trace } = await run(small, { bug, inWords: true });
  say(`shrunk from ${plan.steps.length} to ${small.steps.length} things done to it, on ${JSON.stringify(small.shape)}`);
  for (const step of small.steps) say(`  ${String(step.atMs).padStart(6)} ms  ${described(step)}`);
  say(`the last of ${trace.length} lines of its trace:`);
  for (const line of trace.slice(-SHOWN)) say(`  ${line}`);
  say(`${violation?.promise}: ${violation?.detail}`);
  return false;
}

/** Lets each planted mistake be found. */
async function findBugs(from: number, seeds: number): Promise<boolean> {
  let missed = 0;
  for (const bug of BUGS) {
    const find = await hunt(bug, from, seeds);
    const how = find
      ? `seed ${String(find.seed).padEnd(4)} ${find.violation.promise}: ${find.violation.detail}`
      : 'NOT FOUND';
    say(`${bug.name.padEnd(33)} ${how}`);
    if (find === undefined) missed += 1;
  }
  say(`${BUGS.length - missed} of ${BUGS.length} planted mistakes found within ${seeds} seeds`);
  return missed === 0;
}

/** A whole number above zero. Throws TypeError naming the option. */
function number(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new TypeError(`--${option} is a whole number above zero`);
  return value;
}

function named(name: string): Bug {
  const bug = bugNamed(name);
  if (bug === undefined)
    throw new TypeError(`no planted mistake ${name}; there are ${BUGS.map((one) => one.name).join(', ')}`);
  return bug;
}

async function simulate(args: string[]): Promise<boolean> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ args, options: { seeds: text, seed: text, bug: text, bugs: flag, trace: flag } });
  const bug = values.bug === undefined ? undefined : named(values.bug);
  const seed = values.seed === undefined ? undefined : number(values.seed, 'seed');
  if (values.bugs) return findBugs(seed ?? 1, number(values.seeds ?? String(SEEDS_A_BUG), 'seeds'));
  if (seed !== undefined && values.seeds === undefined) return playOne(seed, bug, values.trace);
  return playMany(seed ?? 1, number(values.seeds ?? String(SEEDS), 'seeds'), bug);
}

try {
  process.exitCode = (await simulate(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}\n`);
  process.exitCode = 2;
}
