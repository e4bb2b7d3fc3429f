import type { Sending } from './draft.ts';

/**
 * The key under which a body goes: its old one as long as nobody knows what became of it, so that whatever happens in between,
 * a lost answer or a page loaded anew, it is taken once. A body that was changed is another command and gets a key of its own.
 */
export function sendingOf(known: Sending | undefined, body: string, newKey: () => string): Sending {
  return known?.body === body ? known : { key: newKey(), body };
}
