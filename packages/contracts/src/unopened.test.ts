import { describe, expect, test } from '@jest/globals';
import { unopened } from './unopened.ts';

interface Parts {
  readonly stores: { readonly notes: { list(): string[] } };
  readonly limit: number;
}
const parts: Parts = unopened('notes');

describe('what stands for parts that are not opened', () => {
  test('may be taken apart and handed on', () => {
    const { stores, limit } = parts;
    const route = { read: () => stores.notes.list().slice(0, limit) };
    expect(typeof route.read).toBe('function');
  });

  test.each<[string, (given: Parts) => unknown, string]>([
    ['called', ({ stores }) => stores.notes.list(), 'notes.stores.notes.list'],
    ['counted with', ({ limit }) => limit + 1, 'notes.limit'],
    ['printed', ({ limit }) => `${limit}`, 'notes.limit'],
    ['spread', (given) => ({ ...given }), 'notes'],
    ['iterated', ({ stores }) => [...(stores as unknown as string[])], 'notes.stores'],
    ['looked into', (given) => 'stores' in given, 'notes'],
    ['written to', (given) => Object.assign(given, { limit: 1 }), 'notes'],
  ])('may not be %s while the table is declared', (_, use, name) => {
    expect(() => use(parts)).toThrow(`the route table uses ${name} while it is declared`);
  });
});
