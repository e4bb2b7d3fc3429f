import { refuse } from '@minzheng/types';
import type { Decision, RefusalCode } from '@minzheng/types';

/** A decision on something that must be there; otherwise it is refused with `code`. */
export function existing<S>(
  code: RefusalCode,
  decide: (state: S) => Decision<S>,
): (state: S | undefined) => Decision<S> {
  return (state) => (state === undefined ? refuse(code) : decide(state));
}
