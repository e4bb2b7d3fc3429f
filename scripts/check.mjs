import { bring } from './bring.mjs';
import { runChecks } from './run-checks.mjs';
import { say, secondsSince } from './say.mjs';

const start = performance.now();
const { env } = await bring();
const passed = Object.values(await runChecks(env, { fresh: process.argv.includes('--force') }));
const failed = passed.filter((one) => !one).length;
say(`${failed === 0 ? 'All is well' : `${failed} of ${passed.length} steps failed`}, ${secondsSince(start)}`);
process.exit(failed === 0 ? 0 : 1);
