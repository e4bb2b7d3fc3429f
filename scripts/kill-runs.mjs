import { runUnderNode24 } from './bring.mjs';

await runUnderNode24('infra/local/src/kill-runs.ts', process.argv.slice(2));
