import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const POLL_MS = 10_000;
/** A chunk of facts about one case comes within moments: they are one reason to read again. */
const GATHER_MS = 300;
/** A stream that was refused is tried again later; meanwhile the page asks by itself. */
const TRY_AGAIN_MS = 60_000;

/** Reads everything on the page again when something of the reader's has changed. Gives the interval to poll at while no stream is open. */
export function useLive(): number | false {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const readAgain = (): void => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void queries.invalidateQueries({ queryKey: ['own'] });
      }, GATHER_MS);
    };
    const close = listen({ onChange: readAgain, onOpen: setOpen });
    return () => {
      clearTimeout(gathering);
      close();
    };
  }, [queries]);
  return isOpen ? false : POLL_MS;
}

interface Listener {
  readonly onChange: () => void;
  readonly onOpen: (isOpen: boolean) => void;
}

/** The browser connects again by itself after a lost connection, but never after a refusal. */
function listen({ onChange, onOpen }: Listener): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource('/live');
    source.addEventListener('open', () => {
      onOpen(true);
      // Whatever happened while nobody listened.
      onChange();
    });
    source.addEventListener('message', onChange);
    source.addEventListener('error', () => {
      onOpen(false);
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, TRY_AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    source?.close();
  };
}
