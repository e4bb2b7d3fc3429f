import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { defaultPorts } from '../src/ports.ts';

const root = join(import.meta.dirname, '../../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const pinned = (name: string): string | undefined =>
  new RegExp(`${name} = '(.+)'`).exec(text('scripts/versions.mjs'))?.[1];

test('the entry brings the pnpm that package.json names', () => {
  const { packageManager } = JSON.parse(text('package.json')) as { packageManager: string };
  expect(packageManager).toBe(`pnpm@${pinned('pnpmVersion')}`);
});

test('docker-compose.yml listens where npm start would', () => {
  const compose = text('docker-compose.yml');
  for (const name of ['kafka', 'mongodb', 'redis'] as const) {
    expect(compose).toContain(`127.0.0.1:${defaultPorts[name]}:${defaultPorts[name]}`);
  }
});
