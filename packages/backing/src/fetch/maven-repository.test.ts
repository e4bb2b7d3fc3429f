import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { jarPath, jarUrl, mavenRepository } from './maven-repository.ts';

const given = process.env['MAVEN_REPO_URL'];
let home = '';

beforeEach(() => {
  delete process.env['MAVEN_REPO_URL'];
  home = mkdtempSync(join(tmpdir(), 'minzheng-home-'));
  mkdirSync(join(home, '.m2'));
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
  if (given === undefined) delete process.env['MAVEN_REPO_URL'];
  else process.env['MAVEN_REPO_URL'] = given;
});

const settings = (text: string): void => writeFileSync(join(home, '.m2', 'settings.xml'), text);
const mirror = (of: string): string =>
  `<settings><mirrors><mirror><url> https://mirror.example/maven/ </url><mirrorOf>${of}</mirrorOf></mirror></mirrors></settings>`;

describe('where jars come from', () => {
  test('Central, when nothing else is said', async () => {
    expect(await mavenRepository(home)).toBe('https://repo.maven.apache.org/maven2');
  });

  test.each([
    ['*', 'https://mirror.example/maven'],
    ['central', 'https://mirror.example/maven'],
    ['internal, central', 'https://mirror.example/maven'],
    ['external:*', 'https://mirror.example/maven'],
    ['*,!central', 'https://repo.maven.apache.org/maven2'],
    ['some-other', 'https://repo.maven.apache.org/maven2'],
  ])('a mirror of %s leads to %s', async (of, expected) => {
    settings(mirror(of));
    expect(await mavenRepository(home)).toBe(expected);
  });

  test('a mirror that is commented out is none', async () => {
    settings(`<!-- ${mirror('*')} -->`);
    expect(await mavenRepository(home)).toBe('https://repo.maven.apache.org/maven2');
  });

  test('MAVEN_REPO_URL goes before a mirror', async () => {
    settings(mirror('*'));
    process.env['MAVEN_REPO_URL'] = 'https://given.example/repository/';
    expect(await mavenRepository(home)).toBe('https://given.example/repository');
  });
});

test('a jar stands where every Maven repository keeps it', () => {
  expect(jarPath('org.slf4j:slf4j-api:1.7.36')).toBe('org/slf4j/slf4j-api/1.7.36/slf4j-api-1.7.36.jar');
  expect(jarPath('io.zipkin:zipkin-server:3.6.1:slim')).toBe(
    'io/zipkin/zipkin-server/3.6.1/zipkin-server-3.6.1-slim.jar',
  );
  expect(jarUrl('https://r.example', 'a.b:c:1')).toBe('https://r.example/a/b/c/1/c-1.jar');
});
