import type { Draft } from './draft.ts';

const KEY = 'minzheng.application';

/** The part of Storage that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The draft of this tab, if it is this person's; somebody else's is thrown away. */
export function storedDraft(shelf: Shelf, sub: string): Draft | undefined {
  const text = shelf.getItem(KEY);
  if (text === null) return undefined;
  const draft = readable(text);
  if (draft?.sub === sub) return draft;
  shelf.removeItem(KEY);
  return undefined;
}

/** A draft of another release may have another shape: it is then begun anew. */
function readable(text: string): Draft | undefined {
  try {
    const draft = JSON.parse(text) as Draft;
    return Array.isArray(draft.members) && typeof draft.otherIncome === 'object' ? draft : undefined;
  } catch {
    return undefined;
  }
}

export const storeDraft = (shelf: Shelf, draft: Draft): void => shelf.setItem(KEY, JSON.stringify(draft));

export const dropDraft = (shelf: Shelf): void => shelf.removeItem(KEY);
