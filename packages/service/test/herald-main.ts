import { env } from 'node:process';
import { run } from '@minzheng/service';
import { herald } from './herald.ts';

await run(herald, env);
