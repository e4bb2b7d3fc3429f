import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { images } from './images.ts';

const compose = readFileSync(join(import.meta.dirname, '../../../../docker-compose.yml'), 'utf8');

test('docker-compose.yml runs the images that packages/backing runs', () => {
  const named = [...compose.matchAll(/^ +image: (\S+)$/gm)].map(([, image]) => image);
  expect(new Set(named)).toEqual(new Set(Object.values(images)));
});

test('docker-compose.yml publishes ports on loopback only', () => {
  const published = [...compose.matchAll(/^ +- (\S+:\d+:\d+)$/gm)].map(([, port]) => port);
  expect(published).toHaveLength(3);
  for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
});
