import { runUnderNode24 } from './bring.mjs';

await runUnderNode24('packages/contracts/src/main.ts', process.argv.slice(2));
