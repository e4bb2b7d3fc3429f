import { useCallback, useState } from 'react';
import { changed, newDraft } from './draft.ts';
import type { Draft, DraftAction } from './draft.ts';
import { dropDraft, storedDraft, storeDraft } from './stored-draft.ts';
import type { Resident } from '../resident-only.tsx';

/** The draft with every change kept in this tab at once. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly change: (action: DraftAction) => void;
  /** Once it has become an application. */
  readonly drop: () => void;
}

export function useDraft({ sub, personId }: Resident): KeptDraft {
  const [draft, setDraft] = useState(() => storedDraft(sessionStorage, sub) ?? newDraft(sub, personId));
  const change = useCallback((action: DraftAction): void => {
    setDraft((known) => {
      const next = changed(known, action);
      storeDraft(sessionStorage, next);
      return next;
    });
  }, []);
  const drop = useCallback(() => dropDraft(sessionStorage), []);
  return { draft, change, drop };
}
