import { env } from 'node:process';
import { run } from '@minzheng/service';
import { tally } from './tally.ts';

const faultAfterMs = env['FAULT_AFTER_MS'];
if (faultAfterMs !== undefined) {
  setTimeout(() => void Promise.reject(new TypeError('nobody catches this')), Number(faultAfterMs));
}

await run(tally, env);
