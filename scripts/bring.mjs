import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bringDependencies, withPath } from './bring-dependencies.mjs';
import { bringTools } from './bring-tools.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { giveUp } from './say.mjs';
import { isNodeNewEnough, root } from './versions.mjs';

const oldestNode = 20;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const looksForParentEveryMs = 500;
const beganMs = Math.round(performance.timeOrigin);

/** Finds or brings Node 24, pnpm and the dependencies; answers where Node stands and the environment to run it in. */
export async function bring() {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    giveUp(
      `Node ${oldestNode} or newer is needed to begin, this is ${process.version}: install it from https://nodejs.org.`,
    );
  }
  const local = join(root, '.local');
  for (const folder of [local, join(local, 'reports')]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const tools = await oneAtATime(join(local, 'preparing.lock'), async () => {
    const brought = await bringTools();
    await bringDependencies(brought);
    return brought;
  });
  const node = isNodeNewEnough() ? process.execPath : tools.node;
  return { node, env: withPath([...tools.path, join(root, 'node_modules', '.bin')]) };
}

/** Runs a file of this repository under Node 24 in this process's place: same terminal, same signals, same exit code. */
export async function runUnderNode24(file, args) {
  const { node, env } = await bring();
  const quiet = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
  const child = spawn(node, [...quiet, join(root, file), ...args], {
    env: {
      ...env,
      NODE_COMPILE_CACHE: join(root, '.local', 'compile-cache'),
      MINZHENG_COMMAND_BEGAN_MS: String(beganMs),
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  stopWithParent(() => child.kill('SIGTERM'));
  child.once('error', (error) => giveUp(`${node} does not start: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
    process.exit();
  });
}

/** npm's shell may die of a signal without handing it on. */
function stopWithParent(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), looksForParentEveryMs).unref();
}
