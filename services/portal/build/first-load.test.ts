import { expect, test } from '@jest/globals';
import { filesOf, firstLoad } from './first-load.ts';
import type { Manifest } from './first-load.ts';

const manifest: Manifest = {
  'index.html': {
    file: 'a.js',
    isEntry: true,
    imports: ['_react.js'],
    css: ['a.css'],
    dynamicImports: ['zh.json', 'en.json', 'home.tsx', 'case.tsx'],
  },
  '_react.js': { file: 'react.js', imports: ['_react.js'] },
  'zh.json': { file: 'zh.js' },
  'en.json': { file: 'en.js' },
  'home.tsx': { file: 'home.js', imports: ['index.html'] },
  'case.tsx': { file: 'case.js', imports: ['_react.js', '_parts.js'] },
  '_parts.js': { file: 'parts.js', css: ['parts.css'] },
};
const sizes: Readonly<Record<string, number>> = {
  'a.js': 10,
  'a.css': 1,
  'react.js': 100,
  'zh.js': 5,
  'en.js': 7,
  'home.js': 2,
  'case.js': 3,
  'parts.js': 20,
  'parts.css': 4,
};

test('a first load is the entry, the larger catalogue and the heaviest page with all they import, each once', () => {
  expect(firstLoad(manifest, (file) => sizes[file] ?? Number.NaN)).toEqual({
    page: 'case.tsx',
    bytes: 10 + 1 + 100 + 7 + 3 + 20 + 4,
  });
});

test('pages are found also where the entry is only a door to the chunk that knows them', () => {
  const { dynamicImports, ...door } = manifest['index.html'] ?? { file: '' };
  const split = {
    ...manifest,
    'index.html': { ...door, imports: ['_inner.js'] },
    '_inner.js': { file: 'react.js', ...(dynamicImports && { dynamicImports }) },
  };
  expect(firstLoad(split, (file) => sizes[file] ?? Number.NaN).page).toBe('case.tsx');
});

test('a chunk that the manifest does not know is an error, not nothing', () => {
  expect(() => filesOf(manifest, ['gone.tsx'])).toThrow('gone.tsx');
  expect(() => firstLoad({}, () => 0)).toThrow('no entry');
});
