import { expect, test } from '@jest/globals';
import { filledDraft } from '../../test/filled-draft.ts';
import { dropDraft, storedDraft, storeDraft } from './stored-draft.ts';
import type { Shelf } from './stored-draft.ts';

class MapShelf implements Shelf {
  readonly #texts = new Map<string, string>();
  getItem = (key: string): string | null => this.#texts.get(key) ?? null;
  setItem = (key: string, text: string): void => void this.#texts.set(key, text);
  removeItem = (key: string): void => void this.#texts.delete(key);
  get size(): number {
    return this.#texts.size;
  }
}

test('a draft comes back as it was, with what was sent', () => {
  const shelf = new MapShelf();
  const draft = { ...filledDraft(), sending: { key: 'k', body: '{}' } };
  storeDraft(shelf, draft);
  expect(storedDraft(shelf, 'sub-1')).toEqual(draft);
});

test('somebody else at the same computer does not see it, and it is gone then', () => {
  const shelf = new MapShelf();
  storeDraft(shelf, filledDraft());
  expect(storedDraft(shelf, 'sub-2')).toBeUndefined();
  expect(shelf.size).toBe(0);
});

test('what cannot be read is begun anew', () => {
  const shelf = new MapShelf();
  storeDraft(shelf, filledDraft());
  shelf.setItem('minzheng.application', '{"sub":"sub-1"');
  expect(storedDraft(shelf, 'sub-1')).toBeUndefined();
  dropDraft(shelf);
  expect(storedDraft(shelf, 'sub-1')).toBeUndefined();
});
