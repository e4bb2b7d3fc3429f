import { z } from 'zod';

const PAGE = 100;

/** A page's cursor: the id of the last row already seen. */
export const After = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/)
  .optional();

/** How the next rows are asked for; one more than is shown, to know whether there are any. */
export const pageAfter = (after: string | undefined) => ({
  limit: PAGE + 1,
  ...(after !== undefined && { after: { id: after } }),
});

/** `{ items, next? }`, as every list answers. */
export function paged<S extends { readonly id: string }, V>(rows: readonly S[], view: (row: S) => V) {
  const shown = rows.slice(0, PAGE);
  const next = rows.length > PAGE ? shown.at(-1)?.id : undefined;
  return { items: shown.map(view), ...(next !== undefined && { next }) };
}

/** The schema of such a list. */
export const listOf = <V extends z.ZodType>(item: V) =>
  z.strictObject({ items: z.array(item), next: z.string().optional() });
