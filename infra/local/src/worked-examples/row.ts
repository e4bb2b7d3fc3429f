/** One worked example: what DOMAIN §12 says, and what was answered. */
export interface Row {
  readonly id: string;
  readonly about: string;
  readonly expected: unknown;
  readonly answered: unknown;
}

/** Whether an answer holds all that is expected: of objects the named parts, of lists their rows in order. */
export function holds(expected: unknown, answered: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(answered) || answered.length !== expected.length) return false;
    return expected.every((one, at) => holds(one, answered[at]));
  }
  if (typeof expected !== 'object' || expected === null) return expected === answered;
  if (typeof answered !== 'object' || answered === null) return false;
  return Object.entries(expected).every(([key, value]) => holds(value, Reflect.get(answered, key)));
}
