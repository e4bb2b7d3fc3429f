import { Refused } from '@minzheng/store';
import { decided } from '@minzheng/types';
import type { Decision, RefusalCode } from '@minzheng/types';

/** A decision on something that must be there; otherwise it is refused with `code`. */
export function existing<S>(
  code: RefusalCode,
  decide: (state: S) => Decision<S>,
): (state: S | undefined) => Decision<S> {
  return (state) => (state === undefined ? { ok: false, refusal: { code } } : decide(state));
}

/** A state that must not be there yet. */
export function brandNew<S>(state: S): (known: S | undefined) => Decision<S> {
  return (known) => (known === undefined ? decided(state) : { ok: false, refusal: { code: 'version.conflict' } });
}

/** The value of a pure decision that keeps no state. Throws Refused. */
export function accepted<T>(outcome: { ok: true; value: T } | Extract<Decision<never>, { ok: false }>): T {
  if (!outcome.ok) throw new Refused(outcome.refusal);
  return outcome.value;
}
