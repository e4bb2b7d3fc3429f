import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DEMONSTRATION } from './demonstration.ts';

const root = join(import.meta.dirname, '../../..');

test.each(['README.md', 'README.zh-CN.md'])('%s shows what npm start prints', (name) => {
  const lines = readFileSync(join(root, name), 'utf8').split('\n');
  expect(lines.filter((line) => DEMONSTRATION.includes(line))).toEqual(DEMONSTRATION);
});
