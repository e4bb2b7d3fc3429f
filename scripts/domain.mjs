import { runUnderNode24 } from './bring.mjs';

await runUnderNode24('infra/local/src/worked-examples/main.ts', process.argv.slice(2));
