import { runUnderNode24 } from './bring.mjs';

await runUnderNode24('benchmarks/src/main.ts', process.argv.slice(2));
