import { systemClocks } from '@minzheng/types';

/** What an event's id asks of the reader, so that a row can have a reaction that fails or dawdles. */
export interface Temper {
  /** Called in every reaction, inside its transaction. */
  meet(id: string): void;
}

/**
 * `bug-…` throws a TypeError and `odd-…` something that is no Error; the first `block-…` this process meets holds it for `blockMs`; every
 * event takes `slowMs`. Holding is a loop, as a reaction that has run away would be: nothing else of the process moves.
 */
export function temperOf({ blockMs, slowMs }: { readonly blockMs: number; readonly slowMs: number }): Temper {
  let hasBlocked = false;
  return {
    meet: (id) => {
      if (id.startsWith('bug-')) throw new TypeError('cannot read properties of undefined');
      if (id.startsWith('odd-')) throw Object.assign(Object.create(null) as Error, { odd: true });
      if (id.startsWith('block-') && !hasBlocked && blockMs > 0) {
        hasBlocked = true;
        spin(blockMs);
      }
      if (slowMs > 0) spin(slowMs);
    },
  };
}

function spin(ms: number): void {
  const untilMs = systemClocks.machine.monotonicMs() + ms;
  while (systemClocks.machine.monotonicMs() < untilMs);
}
