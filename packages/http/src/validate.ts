import type { z } from 'zod';

/** Parses with the input kept in each issue, which tells a missing field from one of the wrong type. */
export function validate<T extends z.ZodType>(schema: T, value: unknown): z.ZodSafeParseResult<z.output<T>> {
  return schema.safeParse(value, { reportInput: true });
}
