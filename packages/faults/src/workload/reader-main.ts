import { env } from 'node:process';
import { run } from '@minzheng/service';
import { reader } from './reader.ts';

await run(reader, env);
