import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { bring } from './bring.mjs';
import { jest, reportFile } from './check-steps.mjs';
import { runChecks } from './run-checks.mjs';
import { say, secondsSince } from './say.mjs';
import { root } from './versions.mjs';

const projects = ['integration', 'end-to-end'];

/**
 * Runs one Jest project in this terminal, so that a long one is seen to move. It ends with its last test: clients of servers that are
 * gone by then may go on trying for minutes.
 */
async function runJest(env, project) {
  rmSync(reportFile(project), { force: true });
  const start = performance.now();
  say(`running ${project}`);
  const [command, ...args] = [...jest(project), '--forceExit'];
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => endWith(child, signal));
  const code = await new Promise((resolve) => child.once('close', (exit) => resolve(exit ?? 1)));
  say(`${code === 0 ? 'passed' : 'FAILED'}  ${project} ${secondsSince(start)}`);
  return code;
}

/** Whoever interrupts the tests does not want the next project either. */
function endWith(child, signal) {
  child.once('close', () => process.exit(1));
  child.kill(signal);
}

/** What Jest counted. A file that could not even be loaded, or a run without a report, is a failure, not a zero. */
function countOf(project, code) {
  const report = existsSync(reportFile(project)) ? JSON.parse(readFileSync(reportFile(project), 'utf8')) : undefined;
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}

const { env } = await bring();
rmSync(reportFile('unit'), { force: true });
const checks = await runChecks(env, { fresh: true });
const plain = ['format', 'lint', 'types', 'contracts'].map((step) =>
  checks[step] ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
);
const counts = [...plain, countOf('unit', checks.unit ? 0 : 1)];
for (const project of projects) counts.push(countOf(project, await runJest(env, project)));

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed === 0 ? 0 : 1));
