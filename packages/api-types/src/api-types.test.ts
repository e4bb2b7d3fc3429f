import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { apiTypes, apiTypesFile } from './api-types.ts';

test('the types are those of the contract: pnpm --filter @minzheng/api-types generate', async () => {
  expect(readFileSync(apiTypesFile, 'utf8') === (await apiTypes())).toBe(true);
});
