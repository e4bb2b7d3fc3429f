#!/usr/bin/env node
import { runUnderNode24 } from '../../../scripts/bring.mjs';

await runUnderNode24('packages/cli/src/main.ts', process.argv.slice(2));
