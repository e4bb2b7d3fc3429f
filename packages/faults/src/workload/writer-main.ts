import { env } from 'node:process';
import { run } from '@minzheng/service';
import { writer } from './writer.ts';

await run(writer, env);
