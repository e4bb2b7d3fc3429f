/** The outcome of reading text that people typed: the normalised value, perhaps with warnings, or one error code. */
export type Parsed<T, E extends string> = { ok: true; value: T; warnings?: string[] } | { ok: false; error: E };

/** A read value; `warnings` is there only when there is something to warn of. */
export function parsed<T>(value: T, warnings: string[] = []): { ok: true; value: T; warnings?: string[] } {
  return warnings.length === 0 ? { ok: true, value } : { ok: true, value, warnings };
}

/** A value that could not be read, with the code that says why. */
export function unreadable<E extends string>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
