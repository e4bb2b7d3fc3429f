import { runQuietly } from './run-quietly.mjs';
import { checkSteps } from './check-steps.mjs';
import { say, secondsSince } from './say.mjs';
import { root } from './versions.mjs';

/**
 * Runs format, lint, types, contracts and unit through turbo, which repeats a step only when one of its inputs changed, unless `fresh`.
 * Answers which of them passed; a step's own words are shown when it failed.
 */
export async function runChecks(env, { fresh }) {
  const passed = {};
  for (const step of Object.keys(checkSteps)) {
    const start = performance.now();
    say(`running ${step}`);
    const { code, output } = await runTurbo(env, `check:${step}`, fresh);
    const isCached = /cached:\s+1 total|FULL TURBO|cache hit/i.test(output) && !/cache miss|cache bypass/i.test(output);
    passed[step] = code === 0;
    if (code !== 0) say(output);
    say(
      `${code === 0 ? 'passed' : 'FAILED'}  ${step.padEnd(9)} ${secondsSince(start)}${isCached ? ' (nothing changed)' : ''}`,
    );
  }
  return passed;
}

async function runTurbo(env, task, fresh) {
  const args = ['run', task, '--ui=stream', '--output-logs=full', '--log-prefix=none', ...(fresh ? ['--force'] : [])];
  const quiet = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
  return await runQuietly('turbo', args, { cwd: root, env: { ...env, ...quiet } });
}
