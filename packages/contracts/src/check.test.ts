import { describe, expect, test } from '@jest/globals';
import { broken, stale, validate } from './check.ts';
import { CURRENT, readContracts, RELEASED } from './folder.ts';
import { EVENTS, generate, MERGED, openApiFile } from './generate.ts';
import type { ContractFiles } from './generate.ts';
import { contractedServices } from './services.ts';

const generated = generate('0.1.0', contractedServices());
const PEOPLE = openApiFile('people');

const edited = (file: string, from: string, to: string): ContractFiles =>
  new Map([...generated].map(([name, text]) => [name, name === file ? text.replaceAll(from, to) : text]));
const without = (file: string): ContractFiles => new Map([...generated].filter(([name]) => name !== file));
const notWhatTheCodeSays = (name: string): string[] => [
  `contracts/${name} is not what the code says: run pnpm contracts`,
];

describe('a contract that is not what the code says', () => {
  test('is named, with what to do: changed, missing or left over', () => {
    expect(stale(generated, generated)).toEqual([]);
    expect(stale(edited(PEOPLE, 'readPerson', 'seePerson'), generated)).toEqual(notWhatTheCodeSays(PEOPLE));
    expect(stale(without(PEOPLE), generated)).toEqual(notWhatTheCodeSays(PEOPLE));
    const left = new Map([...generated, ['openapi/gone.json', '{}']]);
    expect(stale(left, generated)).toEqual(notWhatTheCodeSays('openapi/gone.json'));
  });
});

describe('a contract that breaks the rules of its kind', () => {
  test.each([PEOPLE, EVENTS])('is not %s as it is', async (file) => {
    expect(await validate(file, generated.get(file) ?? '')).toEqual([]);
  });

  test.each([
    ['"summary"', '"sumary"', 'struct'],
    ['#/components/schemas/Problem', '#/components/schemas/Problems', 'no-unresolved-refs'],
    ['"readPerson"', '"resolvePerson"', 'operation-operationId-unique'],
    ['"/people/{personId}"', '"/people/{other}"', 'path-parameters-defined'],
    ['"token": []', '"tokens": []', 'security-defined'],
    ['application/problem+json', 'application/json', 'operation-4xx-problem-details-rfc7807'],
  ])('is named with %s as %s', async (from, to, rule) => {
    const found = await validate(PEOPLE, edited(PEOPLE, from, to).get(PEOPLE) ?? '');
    expect(found.join('\n')).toContain(`(${rule})`);
    for (const line of found) expect(line).toMatch(/^openapi\/people\.json: #\//);
  });

  test.each([
    ['"action": "send"', '"action": "shout"', '#/operations/'],
    ['"#/channels/minzheng.people.v1"', '"#/channels/minzheng.nobody.v1"', '#/operations/'],
  ])('is named with %s as %s', async (from, to, place) => {
    const found = await validate(EVENTS, edited(EVENTS, from, to).get(EVENTS) ?? '');
    expect(found.join('\n')).toContain(`${EVENTS}: ${place}`);
  });
});

describe('a contract that breaks the last release', () => {
  test('is named with the place', () => {
    expect(broken(generated, generated)).toEqual([]);
    expect(broken(edited(PEOPLE, '"name"', '"fullName"'), generated)).toContain(
      `breaks the last release: ${PEOPLE}: GET /people/{personId}, 200/fullName removed`,
    );
    const shorter = edited(EVENTS, '"caseNumber"', '"number"');
    expect(broken(generated, shorter).join('\n')).toContain('case.confirmed.v1/caseNumber removed');
    expect(broken(generated, without(PEOPLE))).toEqual([`breaks the last release: ${PEOPLE}: contract removed`]);
  });
});

describe('contracts/', () => {
  test('holds what is generated, and beside it the last release of each contract but the merged one', () => {
    expect([...readContracts(CURRENT).keys()]).toEqual([...generated.keys()].toSorted());
    expect(readContracts(RELEASED).has(EVENTS)).toBe(true);
    expect(readContracts(RELEASED).has(MERGED)).toBe(false);
  });
});
