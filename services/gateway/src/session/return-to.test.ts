import { expect, test } from '@jest/globals';
import { returnToOf } from './return-to.ts';

test.each([
  ['/', '/'],
  ['/cases/a-1?tab=money#top', '/cases/a-1?tab=money#top'],
  ['/个案', '/%E4%B8%AA%E6%A1%88'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['/x/..//evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['cases', '/'],
  ['', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
  [`/${'x'.repeat(1_000)}`, '/'],
])('%j leads to %s', (asked, path) => {
  expect(returnToOf(asked, 'https://portal.example')).toBe(path);
});
